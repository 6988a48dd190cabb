import type { DisagreementRow, DisagreementSection } from '../../agreement/report/agreement-report'
import { type DisagreementType, disagreementTypes } from '../../coding/review/cluster'

/** How often one type of disagreement occurs in one thing that disagreement is about. */
export interface DisagreementLine {
  row: DisagreementRow
  type: DisagreementType
  /** Differences between two coders. */
  differences: number
  /** Per 1,000 words that both read. */
  differenceRate: number | null
  /** Clusters of the review that have the type; null where they are not counted. */
  clusters: number | null
  /** Per 1,000 words of the documents. */
  clusterRate: number | null
}

/** The types that occur, by what they are about, in the order of their names. */
export function disagreementLines({ rows, words, pairWords }: DisagreementSection): DisagreementLine[] {
  return rows.flatMap((row) =>
    disagreementTypes.flatMap((type) => {
      const differences = row.differences[type] ?? 0
      if (differences === 0) return []
      const clusters = row.clusters && (row.clusters.types[type] ?? 0)
      return [
        {
          ...{ row, type, differences, differenceRate: per1000(differences, pairWords) },
          ...{ clusters, clusterRate: clusters === null ? null : per1000(clusters, words) },
        },
      ]
    }),
  )
}

function per1000(count: number, words: number): number | null {
  return words === 0 ? null : (1000 * count) / words
}

/** "Hero: 12 clusters, 7 agreed", for a heading over its types. */
export function clustersInWords({ label, clusters }: DisagreementRow): string {
  if (!clusters) return label
  const all = `${clusters.all.toLocaleString('en')} ${clusters.all === 1 ? 'cluster' : 'clusters'}`
  return `${label}: ${all}, ${clusters.agreed.toLocaleString('en')} agreed`
}
