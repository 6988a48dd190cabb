import type { Direction } from './places'

/**
 * Where the caret goes by a unit: to the next start of one, or back to the start of the one it is in or the one before.
 * Beyond the last unit it goes to the end of the text, before the first one to its start.
 * @param flat the units as flat pairs [start0, end0, start1, end1, ...], code points
 */
export function unitStart(flat: readonly number[], offset: number, direction: Direction, length: number): number {
  const starts = flat.filter((_, index) => index % 2 === 0)
  const found = direction === 1 ? starts.find((start) => start > offset) : starts.findLast((start) => start < offset)
  return found ?? (direction === 1 ? length : 0)
}

/** The unit that an offset lies in, or the next one; null after the last one. */
export function unitAround(flat: readonly number[], offset: number): { start: number; end: number } | null {
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [start, end] = [flat[at] ?? 0, flat[at + 1] ?? 0]
    if (offset < end) return { start, end }
  }
  return null
}
