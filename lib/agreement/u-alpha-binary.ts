import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { over, readSums } from './u-alpha-sums'

/**
 * |u-alpha: relevant against irrelevant text, whatever the code (Krippendorff, Mathet, Bouvry & Widlöcher 2016;
 * Krippendorff 2019, section 12.6): 1 - (l_φ. - l_φφ) / (e_φ. - e_φφ). The corrections S stay those of the single
 * units: adjacent units are not merged.
 * Undefined where nobody marked anything, and where everybody marked everything.
 * @param sums see u-alpha-sums.ts
 */
export function uAlphaBinary(sums: ArrayLike<number>): ContinuumEstimate {
  const { q, l, selfPairs } = readSums(sums)
  const gaps = over(0, q, (k) => l(0, k))
  const valued = over(1, q, (c) => over(0, q, (k) => l(c, k)))
  const all = gaps + valued
  if (all === 0) return noFigure('no_pairable_unit')
  if (valued === 0) return noFigure('no_span')
  if (gaps === 0) return noFigure('no_variation')
  const observed = over(1, q, (k) => l(0, k))
  const expected = (all * gaps * valued) / (all * all - over(0, q, selfPairs))
  return { value: 1 - observed / expected }
}
