import type { ComparedValues } from './compared-values'
import type { DocumentStatistics } from './document-statistics'
import type { Count } from './document-sums'
import type { ReportGrounds } from './grounds'

/** The values of a variable in all documents together. */
export interface PooledValues {
  units: number
  documents: number
  /** Values in those units. */
  values: number
  /** How many coders gave them. */
  coders: number
  /** Sums of percent agreement, see unitAgreement. */
  agreement: [number, number]
  /** See categoryShares. */
  shares: Float64Array
  /** Krippendorff's n (2011), n_c, and the sum of o_ck over c < k. */
  pairable: number
  totals: Float64Array
  differing: number
}

/** What is counted before the categories, in whole numbers: units, documents, comparisons of two values, equal ones. */
const others = [0, 1, 2, 3] as const

/** Pools documents: every unit counts alike, no document is averaged. */
export function pooledValues({ sums }: ReportGrounds, compared: ComparedValues): PooledValues {
  const { categories } = compared
  const size = categories.length + others.length
  const counts = sums.counted<number>(['pooled', ...compared.name], (document, count) => {
    countPairs(compared, document, size, count)
  })
  const coders = sums.counted<string>(['coders', ...compared.source], (document, count) => {
    for (const coder of compared.valuesIn(document)?.coders ?? []) count(coder, 1)
  })
  const pooled = { documents: 0, values: 0, pairable: 0, differing: 0 }
  const agreement: [number, number] = [0, 0]
  const [shares, totals] = [new Float64Array(categories.length), new Float64Array(categories.length)]
  const perUnit = [...new Set(Array.from(counts.keys(), (place) => Math.floor(place / size)))].sort((a, b) => a - b)
  for (const m of perUnit) {
    const [units = 0, documents = 0, comparisons = 0, agreeing = 0] = others.map((i) => counts.get(m * size + i) ?? 0)
    agreement[0] += (agreeing * units) / comparisons
    agreement[1] += units
    pooled.documents += documents
    pooled.values += units * m
    pooled.pairable += (2 * comparisons) / (m - 1)
    pooled.differing += (comparisons - agreeing) / (m - 1)
    for (let category = 0; category < categories.length; category += 1) {
      const paired = counts.get(m * size + others.length + category) ?? 0
      totals[category] = (totals[category] ?? 0) + paired / (m - 1)
      shares[category] = (shares[category] ?? 0) + paired / (m - 1) / m
    }
  }
  return { ...pooled, units: agreement[1], coders: coders.size, agreement, shares, totals }
}

/** Adds a document to the counts of those with as many values per unit; a place is that number, then what is counted. */
function countPairs(
  { valuesIn, pairedIn }: ComparedValues,
  document: DocumentStatistics,
  size: number,
  count: Count<number>,
): void {
  const [own, pairs] = [valuesIn(document), pairedIn(document)]
  if (!own || !pairs) return
  const from = own.valuesPerUnit * size
  for (const [i, number] of [own.units, 1, pairs.compared, pairs.agreeing].entries()) count(from + i, number)
  for (const [category, times] of pairs.given) count(from + others.length + category, times)
}
