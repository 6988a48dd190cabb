import type { AgreementWeight } from './agreement-weights'
import { eachUnit, type ReliabilityData, type UnitValues } from './reliability-data'

/**
 * How much of the units each category takes up: sum_u r_uk / r_u over the units with a value, units with a single one
 * included (Gwet 2014, ch. 2). Together they are the number of those units. Can be summed over documents.
 */
export function categoryShares(data: ReliabilityData): Float64Array {
  const shares = new Float64Array(data.categories.length)
  eachUnit(data, ({ counts, present, total }) => {
    for (const k of present) shares[k] = (shares[k] ?? 0) + (counts[k] ?? 0) / total
  })
  return shares
}

/** Numbers as parts of their sum: pi_k from `categoryShares`, p_k from counts. All 0 where there is nothing. */
export function proportions(numbers: ArrayLike<number>): Float64Array {
  const parts = Float64Array.from(numbers)
  const sum = parts.reduce((total, part) => total + part, 0)
  return sum === 0 ? parts : parts.map((part) => part / sum)
}

/** sum_kl w_kl p_k q_l: agreement of two independent draws from two distributions. */
export function independentAgreement(p: ArrayLike<number>, q: ArrayLike<number>, weight: AgreementWeight): number {
  let agreement = 0
  for (let k = 0; k < p.length; k += 1) {
    for (let l = 0; l < q.length; l += 1) agreement += weight(k, l) * (p[k] ?? 0) * (q[l] ?? 0)
  }
  return agreement
}

/** The mean of a figure of each category over the values of a unit. */
export function meanOverValues({ counts, present, total }: UnitValues, ofCategory: ArrayLike<number>): number {
  let sum = 0
  for (const k of present) sum += (counts[k] ?? 0) * (ofCategory[k] ?? 0)
  return sum / total
}
