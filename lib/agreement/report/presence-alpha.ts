import { type Estimate, noEstimate } from '../estimate'
import { type AlphaEstimate, alphaOfSums } from '../krippendorff-alpha'
import type { DocumentStatistics, PresenceTables } from './document-statistics'
import type { DocumentRows } from './document-sums'
import { presenceCoincidences } from './presence-rows'

/** Sums about the presence of one variable: what prevalence and alpha need, and no more. */
export interface PresenceSums {
  units: number
  /** Pairable values, and those that say present. */
  values: number
  positives: number
  /** n D_o. */
  observed: number
}

/** Of one variable in one document. */
export function presenceSums(tables: PresenceTables, variable: string, coders: number): PresenceSums {
  const [, mixed = 0, , both = 0] = presenceCoincidences(tables, variable, coders)
  return { units: tables.units, values: tables.units * coders, positives: both + mixed, observed: 2 * mixed }
}

/**
 * The same as rows.
 * @param name of the tables
 */
export function presenceRows(
  name: readonly string[],
  variable: string,
  tablesOf: (document: DocumentStatistics) => PresenceTables,
): DocumentRows {
  const rowOf = (document: DocumentStatistics) => {
    const { units, values, positives, observed } = presenceSums(tablesOf(document), variable, document.coders.length)
    return [units, values, positives, observed]
  }
  return { name: ['presence', name, variable], width: 4, rowOf }
}

/** A sum of such rows, read. */
export function presenceOfRow({ 0: units = 0, 1: values = 0, 2: positives = 0, 3: observed = 0 }: ArrayLike<number>) {
  return { units, values, positives, observed }
}

/** Alpha of presence (nominal); sum_ck n_c n_k d2_ck = 2 n_0 n_1. */
export function presenceAlpha({ values, positives, observed }: Omit<PresenceSums, 'units'>): AlphaEstimate {
  return alphaOfSums(values, observed, 2 * positives * (values - positives))
}

/** Share of the values that say present. */
export function presenceShare({ values, positives }: PresenceSums): Estimate {
  return values === 0 ? noEstimate('no_pairable_unit') : { value: positives / values }
}
