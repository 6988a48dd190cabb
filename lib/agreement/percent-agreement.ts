import { type Estimate, noEstimate } from './estimate'
import { eachUnit, type ReliabilityData } from './reliability-data'

/**
 * What percent agreement needs of a document: [sum over its units of the agreement in the unit, number of those units].
 * The agreement in a unit with m >= 2 values is the share of its ordered pairs of values that are equal,
 * sum_k m_k (m_k - 1) / (m (m - 1)). Can be summed over documents.
 */
export function unitAgreement(data: ReliabilityData): Float64Array {
  const sums = new Float64Array(2)
  eachUnit(data, (counts, m) => {
    if (m < 2) return
    let equalPairs = 0
    for (const ofK of counts) equalPairs += ofK * (ofK - 1)
    sums[0] = (sums[0] ?? 0) + equalPairs / (m * (m - 1))
    sums[1] = (sums[1] ?? 0) + 1
  })
  return sums
}

/** Percent agreement as a share: the mean over the units with at least two values (Gwet 2014). */
export function percentAgreement(sums: ArrayLike<number>): Estimate {
  const [agreement = 0, units = 0] = Array.from(sums)
  return units === 0 ? noEstimate('no_pairable_unit') : { value: agreement / units }
}
