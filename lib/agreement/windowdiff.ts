import { boundaries, type Segmentations, unitsIn } from './boundary-similarity'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'

/**
 * WindowDiff (Pevzner & Hearst 2002): the share of windows of k boundary places in which hypothesis b and
 * reference a have different numbers of boundaries; N - k windows in a text of N units. An error: 0 is best.
 * Undefined where the text is too short for one window.
 * @param k by default half the mean segment of the reference; only through this default the measure is not symmetric
 */
export function windowDiff(segmentations: Segmentations, k = halfMeanSegment(segmentations.a)): ContinuumEstimate {
  return shareOfWindows(segmentations, k, (inA, inB) => inA !== inB)
}

/** Half the mean segment, rounded, at least 2: the window usual since Beeferman, Berger & Lafferty (1999). */
export function halfMeanSegment(masses: readonly number[]): number {
  const units = masses.reduce((sum, mass) => sum + mass, 0)
  return Math.max(2, Math.round(units / masses.length / 2))
}

/**
 * The share of all windows of k boundary places in which the two segmentations differ by the given test of their
 * numbers of boundaries.
 * @throws RangeError when k is no whole number from 1 up, or the masses are wrong
 */
export function shareOfWindows(
  segmentations: Segmentations,
  k: number,
  differ: (inA: number, inB: number) => boolean,
): ContinuumEstimate {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`A window cannot have ${k} places`)
  const windows = unitsIn(segmentations) - k
  if (windows < 1) return noFigure('no_window')
  const [a, b] = [new Set(boundaries(segmentations.a)), new Set(boundaries(segmentations.b))]
  let [inA, inB, differing] = [0, 0, 0]
  for (let place = 1; place < windows + k; place += 1) {
    inA += Number(a.has(place)) - Number(a.has(place - k))
    inB += Number(b.has(place)) - Number(b.has(place - k))
    if (place >= k && differ(inA, inB)) differing += 1
  }
  return { value: differing / windows }
}
