import type { Span } from '@/lib/text/spans'

/** A stretch with an identity; code points. */
export interface NamedSpan extends Span {
  id: string
}

/** In the order of the text; of two that start together the longer one first, so that it lies around the shorter one. */
export function inTextOrder<Named extends NamedSpan>(spans: readonly Named[]): Named[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
}

function freeLane(ends: readonly number[], start: number): number {
  const lane = ends.findIndex((end) => end <= start)
  return lane < 0 ? ends.length : lane
}

/**
 * Gives every span the lowest lane that no overlapping span has, in O(n log n + n × depth): drawn one below the other,
 * none hides another one.
 * @returns lane by id, counted from 0 (next to the words)
 */
export function assignLanes(spans: readonly NamedSpan[]): Map<string, number> {
  const ends: number[] = []
  const lanes = new Map<string, number>()
  for (const span of inTextOrder(spans)) {
    const lane = freeLane(ends, span.start)
    ends[lane] = span.end
    lanes.set(span.id, lane)
  }
  return lanes
}

/** The spans that cover an offset, the shortest first. */
export function spansAt<Named extends NamedSpan>(spans: readonly Named[], offset: number): Named[] {
  return spans
    .filter((span) => span.start <= offset && offset < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1))
}
