import type { Span } from '../text/spans'

/** An annotation has at most so many segments. */
export const maxSegments = 100

/** From the first start to the last end of the segments. */
export function extent(segments: readonly Span[]): Span {
  return {
    start: Math.min(...segments.map((segment) => segment.start)),
    end: Math.max(...segments.map((segment) => segment.end)),
  }
}
