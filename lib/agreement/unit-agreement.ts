import { type AgreementWeight, identityWeight } from './agreement-weights'
import { eachUnit, type ReliabilityData, type UnitValues } from './reliability-data'

/** How much a unit with r_u values counts in percent agreement. All are equal where no value is missing. */
export const unitImportance = {
  /** Every unit alike (Gwet 2014, ch. 2): the default. */
  unit_mean: () => 1,
  /** By its pairs of values: agreeing pairs of all pairs. */
  pooled_pairs: (r: number) => r * (r - 1),
  /** By its values: 1 - D_o of nominal alpha. */
  value_weighted: (r: number) => r,
}

export type Aggregation = keyof typeof unitImportance

/**
 * What percent agreement needs of a document: [sum over its units of the agreement in the unit, number of those units],
 * each unit times its importance. The agreement in a unit with r_u >= 2 values is the share of its ordered pairs of
 * values that are equal, sum_k r_uk (r*_uk - 1) / (r_u (r_u - 1)) with r*_uk = sum_l w_kl r_ul. Can be summed over
 * documents.
 */
export function unitAgreement(
  data: ReliabilityData,
  { weight = identityWeight, aggregation = 'unit_mean' }: { weight?: AgreementWeight; aggregation?: Aggregation } = {},
): Float64Array {
  const sums = new Float64Array(2)
  const importanceOf = unitImportance[aggregation]
  eachUnit(data, (unit) => {
    if (unit.total < 2) return
    const importance = importanceOf(unit.total)
    sums[0] = (sums[0] ?? 0) + importance * agreementWithin(unit, weight)
    sums[1] = (sums[1] ?? 0) + importance
  })
  return sums
}

/** The agreement in one unit that has at least two values. */
export function agreementWithin({ counts, present, total: r }: UnitValues, weight: AgreementWeight): number {
  let pairs = 0
  for (const k of present) {
    for (const l of present) {
      const partners = (counts[l] ?? 0) * weight(k, l) - (k === l ? 1 : 0)
      pairs += (counts[k] ?? 0) * partners
    }
  }
  return pairs / (r * (r - 1))
}
