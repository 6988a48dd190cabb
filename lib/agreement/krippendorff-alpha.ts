import { type Difference, type Metric, nominal } from './alpha-metrics'
import { categoryTotals } from './coincidences'
import { type Estimate, noEstimate } from './estimate'
import { eachUnit, type ReliabilityData } from './reliability-data'
import { disagreementWithin } from './unit-disagreement'

export type AlphaEstimate = Estimate & {
  observedDisagreement: number | null
  expectedDisagreement: number | null
  /** n: number of values in units that have at least two. */
  pairableValues: number
}

/**
 * Krippendorff's alpha (Krippendorff 2011; 2019, ch. 12) from a coincidence matrix:
 * alpha = 1 - D_o / D_e, D_o = sum o_ck d2_ck / n, D_e = sum n_c n_k d2_ck / (n (n - 1)).
 * Undefined without pairable values, and where all of them are the same (D_e = 0).
 */
export function krippendorffAlpha(o: ArrayLike<number>, metric: Metric = nominal): AlphaEstimate {
  const totals = categoryTotals(o)
  const difference = metric(totals)
  let observed = 0
  totals.forEach((_, c) => {
    totals.forEach((_, k) => {
      observed += (o[c * totals.length + k] ?? 0) * difference(c, k)
    })
  })
  return alphaFrom(observed, totals, difference)
}

/**
 * The same from a table at once, without the matrix, which grows with the square of the number of different values.
 * Also says what alpha rests on: n_c and the differences.
 */
export function krippendorffAlphaOfTable(data: ReliabilityData, metric: Metric = nominal) {
  const totals: number[] = data.categories.map(() => 0)
  eachUnit(data, ({ counts, present, total }) => {
    if (total >= 2) for (const c of present) totals[c] = (totals[c] ?? 0) + (counts[c] ?? 0)
  })
  const difference = metric(totals)
  let observed = 0
  eachUnit(data, (unit) => {
    if (unit.total >= 2) observed += disagreementWithin(unit, difference)
  })
  return { alpha: alphaFrom(observed, totals, difference), totals, difference }
}

/** @param observed n D_o */
function alphaFrom(observed: number, totals: readonly number[], difference: Difference): AlphaEstimate {
  const n = totals.reduce((sum, total) => sum + total, 0)
  return alphaOfSums(n, observed, disagreementOfAll(totals, difference))
}

/**
 * Alpha from the sums it is made of, for those who have them without a matrix.
 * @param n number of pairable values
 * @param observed n D_o = sum_ck o_ck d2_ck
 * @param expected n (n - 1) D_e = sum_ck n_c n_k d2_ck; exactly 0 where all values are the same
 */
export function alphaOfSums(n: number, observed: number, expected: number): AlphaEstimate {
  if (n === 0) {
    return {
      ...noEstimate('no_pairable_unit'),
      ...{ observedDisagreement: null, expectedDisagreement: null, pairableValues: 0 },
    }
  }
  // Written out: thousands of bootstrap samples come through here.
  const observedDisagreement = observed / n
  const expectedDisagreement = expected / (n * (n - 1))
  if (expected === 0) {
    return { value: null, undefined: 'no_variation', observedDisagreement, expectedDisagreement, pairableValues: n }
  }
  const value = 1 - observedDisagreement / expectedDisagreement
  return { value, observedDisagreement, expectedDisagreement, pairableValues: n }
}

/** sum_ck n_c n_k d2_ck; each two categories are met once, since differences are symmetric. */
function disagreementOfAll(totals: readonly number[], difference: Difference): number {
  let half = 0
  totals.forEach((ofC, c) => {
    for (let k = 0; k < c; k += 1) half += ofC * (totals[k] ?? 0) * difference(c, k)
  })
  return 2 * half
}
