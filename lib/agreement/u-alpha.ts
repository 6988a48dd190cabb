import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { over, readSums } from './u-alpha-sums'

/**
 * u-alpha: boundaries and codes together (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, section
 * 12.6): 1 - (l.. - sum l_cc) / (l.. - sum e_cc), e_ck = l.. (l_c. l_.k - [c = k] S_c) / (l..^2 - S).
 * Undefined where nobody marked anything, and where the whole text has one value.
 * @param sums see u-alpha-sums.ts
 */
export function uAlpha(sums: ArrayLike<number>): ContinuumEstimate {
  const { q, l, selfPairs } = readSums(sums)
  const totals = Array.from({ length: q }, (_, c) => over(0, q, (k) => l(c, k)))
  const all = totals.reduce((sum, total) => sum + total, 0)
  if (all === 0) return noFigure('no_pairable_unit')
  if (totals[0] === all) return noFigure('no_span')
  // The e_ck add up to l.., so the differing ones need no S_c; and with one value they are exactly 0.
  const differingPairs = over(0, q, (c) => over(0, q, (k) => (c === k ? 0 : (totals[c] ?? 0) * (totals[k] ?? 0))))
  if (differingPairs === 0) return noFigure('no_variation')
  const observed = over(0, q, (c) => over(0, q, (k) => (c === k ? 0 : l(c, k))))
  const expected = (all * differingPairs) / (all * all - over(0, q, selfPairs))
  return { value: 1 - observed / expected }
}
