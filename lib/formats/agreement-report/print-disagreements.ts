import type { DisagreementSection } from '../../agreement/report/agreement-report'
import { disagreementNames } from '../../coding/review/disagreement-names'
import { clustersInWords, disagreementLines } from './disagreement-lines'
import type { Markup } from './markup'
import type { NotedText } from './notes'
import { countText } from './numbers'
import { printedTable } from './print-table'

/** In which ways coders disagree. */
export function printedDisagreements(section: DisagreementSection): Markup[] {
  const lines = disagreementLines(section)
  const hasClusters = section.rows.some(({ clusters }) => clusters !== null)
  const rows = section.rows.flatMap((row): (string | NotedText[])[] => {
    const own = lines.filter((line) => line.row === row)
    const cells = own.map(({ type, differences, differenceRate, clusters, clusterRate }): NotedText[] => [
      { text: `${type} ${disagreementNames[type]}` },
      { text: countText(differences) },
      { text: rateText(differenceRate) },
      ...(hasClusters ? [{ text: clusters === null ? '' : countText(clusters) }, { text: rateText(clusterRate) }] : []),
    ])
    return own.length === 0 ? [] : [clustersInWords(row), ...cells]
  })
  const ofClusters = hasClusters ? ['Clusters', 'Per 1,000 words'] : []
  const columns = ['Type', 'Differences', 'Per 1,000 words', ...ofClusters]
  const caption = 'Types of disagreement'
  return [
    printedTable({ caption, columns, firstNumber: 1, rows, note: disagreementNote, file: 'irr_disagreements.csv' }),
  ]
}

/** A rate with two decimals; nothing where there is none. */
function rateText(rate: number | null): string {
  return rate === null ? '' : rate.toFixed(2)
}

const disagreementNote =
  'Differences = between two coders, per 1,000 words that both read; clusters = stretches and questions that have the type, as the review shows them, per 1,000 words of the documents. First submissions of all texts of the sample; the review can count otherwise: it has the newest submissions, and only texts that all their coders have submitted.'
