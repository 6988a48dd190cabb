import { type Difference, type Metric, nominal } from './alpha-metrics'
import { categoryTotals } from './coincidences'
import { type Estimate, noEstimate } from './estimate'

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
  const n = totals.reduce((sum, total) => sum + total, 0)
  if (n === 0) {
    return {
      ...noEstimate('no_pairable_unit'),
      ...{ observedDisagreement: null, expectedDisagreement: null, pairableValues: 0 },
    }
  }
  const { observed, expected } = disagreements(o, totals, metric(totals))
  const details = {
    observedDisagreement: observed / n,
    expectedDisagreement: expected / (n * (n - 1)),
    pairableValues: n,
  }
  if (expected === 0) return { ...noEstimate('no_variation'), ...details }
  return { value: 1 - details.observedDisagreement / details.expectedDisagreement, ...details }
}

function disagreements(o: ArrayLike<number>, totals: readonly number[], difference: Difference) {
  const q = totals.length
  let observed = 0
  let expected = 0
  totals.forEach((ofC, c) => {
    totals.forEach((ofK, k) => {
      const d2 = difference(c, k)
      observed += (o[c * q + k] ?? 0) * d2
      expected += ofC * ofK * d2
    })
  })
  return { observed, expected }
}
