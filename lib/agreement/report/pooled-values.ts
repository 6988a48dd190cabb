import type { ComparedValues } from './compared-values'
import type { DocumentStatistics } from './document-statistics'
import { type PairedValues, pairedValues } from './paired-values'

/** The values of a variable in all documents together. */
export interface PooledValues {
  units: number
  documents: number
  /** Values in those units. */
  values: number
  /** Those who gave them. */
  coders: ReadonlySet<string>
  /** Sums of percent agreement, see unitAgreement. */
  agreement: [number, number]
  /** See categoryShares. */
  shares: Float64Array
  /** What each document pairs. */
  paired: ReadonlyMap<DocumentStatistics, PairedValues>
}

/** Pools documents: every unit counts alike, no document is averaged. */
export function pooledValues({ categories, documents }: ComparedValues): PooledValues {
  const paired = new Map<DocumentStatistics, PairedValues>()
  const coders = new Set<string>()
  const agreement: [number, number] = [0, 0]
  const shares = new Float64Array(categories.length)
  let values = 0
  for (const [document, own] of documents) {
    const pairs = pairedValues(own, categories.length)
    paired.set(document, pairs)
    for (const coder of own.coders) coders.add(coder)
    agreement[0] += (pairs.agreeing * own.units) / pairs.compared
    agreement[1] += own.units
    values += own.units * own.valuesPerUnit
    for (const [category, total] of pairs.totals) {
      shares[category] = (shares[category] ?? 0) + total / own.valuesPerUnit
    }
  }
  return { units: agreement[1], documents: documents.size, values, coders, agreement, shares, paired }
}
