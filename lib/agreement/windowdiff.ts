import { boundaries, type Segmentations, unitsIn } from './boundary-similarity'
import { type ContinuumEstimate, noFigure } from './continuum-estimate'

/**
 * WindowDiff (Pevzner & Hearst 2002): the share of windows of k boundary places in which hypothesis b and
 * reference a have different numbers of boundaries; N - k windows in a text of N units. An error: 0 is best.
 * Undefined where the text is too short for one window.
 * @param k by default half the mean segment of the reference; only through this default the measure is not symmetric
 */
export function windowDiff(segmentations: Segmentations, k = halfMeanSegment(segmentations.a)): ContinuumEstimate {
  return shareOfWindows(compareWindows(segmentations, k, differInNumber))
}

/** Half the mean segment, rounded, at least 2: the window usual since Beeferman, Berger & Lafferty (1999). */
export function halfMeanSegment(masses: readonly number[]): number {
  const units = masses.reduce((sum, mass) => sum + mass, 0)
  return Math.max(2, Math.round(units / masses.length / 2))
}

/** How many windows of a text were compared, and in how many of them two segmentations differ. */
export interface Windows {
  differing: number
  windows: number
}

/** Whether the numbers of boundaries in a window of the reference and of the hypothesis count as different. */
export type WindowTest = (inA: number, inB: number) => boolean

/** The test of WindowDiff. */
export const differInNumber: WindowTest = (inA, inB) => inA !== inB

/**
 * Compares all windows of k boundary places; a text of k units or fewer has none.
 * @throws RangeError when k is no whole number from 1 up, or the masses are wrong
 */
export function compareWindows(segmentations: Segmentations, k: number, differ: WindowTest): Windows {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`A window cannot have ${k} places`)
  const units = unitsIn(segmentations)
  if (units <= k) return { differing: 0, windows: 0 }
  const [a, b] = [boundaries(segmentations.a), boundaries(segmentations.b)]
  const [inA, inB] = [movingCount(a, k), movingCount(b, k)]
  const starts = [k, ...changes([...a, ...b], k).filter((place) => place > k && place < units)]
  const differing = starts.reduce((sum, place, i) => {
    const next = starts[i + 1] ?? units
    return differ(inA(place), inB(place)) ? sum + next - place : sum
  }, 0)
  return { differing, windows: units - k }
}

/**
 * Where the number of boundaries in the window changes, as the last place of the window: a boundary comes in at its own
 * place and leaves k places on. In between all windows are alike, and long texts have few boundaries.
 */
function changes(places: readonly number[], k: number): number[] {
  return [...new Set(places.flatMap((place) => [place, place + k]))].sort((one, other) => one - other)
}

/** Counts the boundaries in the window with the given last place; to be asked in ascending order. */
function movingCount(places: readonly number[], k: number): (last: number) => number {
  let [entered, left] = [0, 0]
  return (last) => {
    while ((places[entered] ?? Number.POSITIVE_INFINITY) <= last) entered += 1
    while ((places[left] ?? Number.POSITIVE_INFINITY) <= last - k) left += 1
    return entered - left
  }
}

/** The share of the windows in which two segmentations differ. */
export function shareOfWindows({ differing, windows }: Windows): ContinuumEstimate {
  return windows === 0 ? noFigure('no_window') : { value: differing / windows }
}
