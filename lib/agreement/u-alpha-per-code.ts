import { type ContinuumEstimate, noFigure } from './continuum-estimate'
import { type CodingEstimate, rounding } from './u-alpha-coding'
import { over, readSums } from './u-alpha-sums'

/**
 * (k)u-alpha: how reliably one code k was told from the others where both coders marked text (Krippendorff, Mathet,
 * Bouvry & Widlöcher 2016; Krippendorff 2019, section 12.6):
 * 1 - (e*_k. / l*_k.) (l*_k. - l*_kk) / (e*_k. - e*_kk), starred as in cu-alpha (u-alpha-coding.ts).
 * Its coverage is l*_k. / l_k., the share of the code's text that another coder marked too.
 * @param sums see u-alpha-sums.ts
 * @param k the code's place among the codes, from 1
 */
export function kuAlpha(sums: ArrayLike<number>, k: number): CodingEstimate {
  const { q, l } = readSums(sums)
  const marked = over(0, q, (c) => l(k, c))
  const shared = over(1, q, (c) => l(k, c))
  return { ...figure(sums, k, shared), coverage: marked === 0 ? null : shared / marked }
}

function figure(sums: ArrayLike<number>, k: number, ofCode: number): ContinuumEstimate {
  const { q, l, sharedSelfPairs } = readSums(sums)
  if (ofCode === 0) return noFigure('no_shared_text')
  const ofOthers = over(1, q, (c) => (c === k ? 0 : over(1, q, (other) => l(c, other))))
  if (ofOthers === 0) return noFigure('no_variation')
  const shared = ofCode + ofOthers
  // The denominator of e* cancels out of the quotient.
  const expectedOfCode = ofCode * shared - sharedSelfPairs(k)
  const chance = Math.min(expectedOfCode, shared * shared - over(1, q, sharedSelfPairs))
  if (chance <= rounding * shared * shared) return noFigure('little_shared_text')
  const differing = over(1, q, (c) => (c === k ? 0 : l(k, c)))
  return { value: 1 - (expectedOfCode * differing) / (ofCode * ofCode * ofOthers) }
}
