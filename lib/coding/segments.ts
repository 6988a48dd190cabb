import type { Span } from '../text/spans'
import type { Segment } from './annotation'

/** An annotation has at most so many segments. */
export const maxSegments = 100

/** From the first start to the last end of the segments. */
export function extent(segments: readonly Span[]): Span {
  return {
    start: Math.min(...segments.map((segment) => segment.start)),
    end: Math.max(...segments.map((segment) => segment.end)),
  }
}

function isMain({ part }: Segment): boolean {
  return part === 'span' || part === 'content'
}

/** The segments by which an annotation is compared: its span or content; all of them when it has neither. */
export function mainSegments(segments: readonly Segment[]): readonly Segment[] {
  if (segments.every(isMain)) return segments
  const main = segments.filter(isMain)
  return main.length > 0 ? main : segments
}
