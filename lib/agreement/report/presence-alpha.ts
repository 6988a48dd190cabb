import type { Replicates } from '../bootstrap'
import { type Estimate, noEstimate } from '../estimate'
import { type AlphaEstimate, alphaOfSums } from '../krippendorff-alpha'
import type { DocumentStatistics, PresenceTables } from './document-statistics'
import { type ReportGrounds, replicatesOfEach } from './grounds'
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

/** Of each variable in one document. */
export function presenceSums(tables: PresenceTables, variables: readonly string[], coders: number): PresenceSums[] {
  return variables.map((variable) => {
    const [, mixed = 0, , both = 0] = presenceCoincidences(tables, variable, coders)
    return { units: tables.units, values: tables.units * coders, positives: both + mixed, observed: 2 * mixed }
  })
}

/** Alpha of presence (nominal); sum_ck n_c n_k d2_ck = 2 n_0 n_1. */
export function presenceAlpha({ values, positives, observed }: Omit<PresenceSums, 'units'>): AlphaEstimate {
  return alphaOfSums(values, observed, 2 * positives * (values - positives))
}

/** Share of the values that say present. */
export function presenceShare({ values, positives }: PresenceSums): Estimate {
  return values === 0 ? noEstimate('no_pairable_unit') : { value: positives / values }
}

/** The sums of several documents, for each variable. */
export function addedSums(documents: readonly (readonly PresenceSums[])[], variables: number): PresenceSums[] {
  return Array.from({ length: variables }, (_, variable) => {
    const sum = { units: 0, values: 0, positives: 0, observed: 0 }
    for (const document of documents) {
      const own = document[variable]
      if (!own) continue
      sum.units += own.units
      sum.values += own.values
      sum.positives += own.positives
      sum.observed += own.observed
    }
    return sum
  })
}

/** The bootstrap distribution of alpha for each of several variables at one level. */
export function presenceReplicates(
  grounds: ReportGrounds,
  sumsOf: ReadonlyMap<DocumentStatistics, readonly PresenceSums[]>,
  variables: number,
): Replicates[] {
  if (variables === 0) return []
  const rowOf = (document: DocumentStatistics) => {
    const sums = sumsOf.get(document) ?? []
    const row = new Float64Array(1 + 2 * variables)
    row[0] = sums[0]?.values ?? 0
    sums.forEach(({ positives, observed }, i) => {
      row[1 + 2 * i] = positives
      row[2 + 2 * i] = observed
    })
    return row
  }
  const coefficients = Array.from({ length: variables }, (_, i) => (sum: Float64Array) => {
    const positives = sum[1 + 2 * i] ?? 0
    return presenceAlpha({ values: sum[0] ?? 0, positives, observed: sum[2 + 2 * i] ?? 0 }).value
  })
  return replicatesOfEach(grounds, rowOf, coefficients)
}
