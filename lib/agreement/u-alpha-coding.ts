import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { over, readSums } from './u-alpha-sums'

export type CodingEstimate = ContinuumEstimate & {
  /** l*.. / l..: the share of all pairs of positions that both coders marked; null without pairs. */
  coverage: number | null
}

/** Sums are divided by m - 1: a difference this small in proportion is none. */
export const rounding = 1e-9

/**
 * cu-alpha: the codes of text that both coders marked (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff
 * 2019, section 12.6), over intersections of units only:
 * 1 - (l*.. - sum l*_cc) / (l*.. - sum e*_cc), e*_ck = (l*_c. l*_.k - [c = k] S*_c) / (l*.. - S* / l*..), with the
 * pairwise self-pairing correction S* that reproduces the published .724.
 * Undefined where no text was marked by two coders, where it has one code, and where l*..^2 <= S*: many coders and few
 * intersections leave no pairs for chance.
 * @param sums see u-alpha-sums.ts
 */
export function cuAlpha(sums: ArrayLike<number>): CodingEstimate {
  const { q, l, sharedSelfPairs } = readSums(sums)
  const all = over(0, q, (c) => over(0, q, (k) => l(c, k)))
  const totals = Array.from({ length: q }, (_, c) => (c === 0 ? 0 : over(1, q, (k) => l(c, k))))
  const shared = totals.reduce((sum, total) => sum + total, 0)
  const coverage = all === 0 ? null : shared / all
  if (shared === 0) return { ...noFigure(all === 0 ? 'no_pairable_unit' : whyNothingShared(l(0, 0), all)), coverage }
  const differingPairs = over(1, q, (c) => over(1, q, (k) => (c === k ? 0 : (totals[c] ?? 0) * (totals[k] ?? 0))))
  if (differingPairs === 0) return { ...noFigure('no_variation'), coverage }
  const pairs = shared - over(1, q, sharedSelfPairs) / shared
  if (pairs <= rounding * shared) return { ...noFigure('little_shared_text'), coverage }
  const observed = over(1, q, (c) => over(1, q, (k) => (c === k ? 0 : l(c, k))))
  return { value: 1 - (observed * pairs) / differingPairs, coverage }
}

function whyNothingShared(bothGaps: number, all: number) {
  return bothGaps === all ? 'no_span' : 'no_shared_text'
}
