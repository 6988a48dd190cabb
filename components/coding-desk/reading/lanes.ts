import type { Span } from '@/lib/text/spans'

/** A stretch with an identity; code points. */
export interface NamedSpan extends Span {
  id: string
}

/** By the order of the text; of two that start together the longer one first, so that it lies around the shorter one. */
export function byTextOrder(a: NamedSpan, b: NamedSpan): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
}

/** In the order of the text. */
export function inTextOrder<Named extends NamedSpan>(spans: readonly Named[]): Named[] {
  return [...spans].sort(byTextOrder)
}

/** A lane while it fills: what in it may still meet something to come. */
interface Lane {
  taken: readonly Span[]
  /** Where the last of it ends. */
  end: number
}

function isFree(lane: Lane, segments: readonly Span[], start: number): boolean {
  if (lane.end <= start) return true
  return !lane.taken.some((one) => segments.some((segment) => segment.start < one.end && one.start < segment.end))
}

function take(lane: Lane, segments: readonly Span[], start: number): void {
  lane.taken = lane.end <= start ? segments : [...lane.taken.filter(({ end }) => end > start), ...segments]
  for (const { end } of segments) if (end > lane.end) lane.end = end
}

/**
 * Gives everything the lowest lane in which none of its segments meets one that is there already, in
 * O(n × depth): drawn one below the other, none hides another one, and what lies between two segments is free.
 * @param items by their first start; of two that start together the first one lies next to the words
 * @param segmentsOf what of an item takes its lane, sorted by start: all of it the same one, so that it is seen to
 *   belong together
 * @returns the lane of each item, counted from 0 (next to the words)
 */
export function assignLanes<Item>(items: readonly Item[], segmentsOf: (item: Item) => readonly Span[]): number[] {
  const lanes: Lane[] = []
  const numbers: number[] = []
  for (const item of items) {
    const segments = segmentsOf(item)
    const start = segments[0]?.start ?? 0
    let number = 0
    for (let lane = lanes[0]; lane && !isFree(lane, segments, start); lane = lanes[number]) number += 1
    const lane = lanes[number] ?? { taken: [], end: Number.NEGATIVE_INFINITY }
    lanes[number] = lane
    take(lane, segments, start)
    numbers.push(number)
  }
  return numbers
}

/** The spans that cover an offset, the shortest first. */
export function spansAt<Named extends NamedSpan>(spans: readonly Named[], offset: number): Named[] {
  return spans
    .filter((span) => span.start <= offset && offset < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1))
}
