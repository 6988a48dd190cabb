import type { Span } from '@/lib/text/spans'

/** A stretch with an identity; code points. */
export interface NamedSpan extends Span {
  id: string
}

/** What takes one lane: all its stretches lie in the same one, so that they are seen to belong together. */
export interface Stacked {
  id: string
  /** Sorted by start. */
  segments: readonly Span[]
}

/** In the order of the text; of two that start together the longer one first, so that it lies around the shorter one. */
export function inTextOrder<Named extends NamedSpan>(spans: readonly Named[]): Named[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/**
 * Gives everything the lowest lane in which none of its segments meets one that is there already, in
 * O(n × depth): drawn one below the other, none hides another one, and what lies between two segments is free.
 * @param items by their first start; of two that start together the first one lies next to the words
 * @returns lane by id, counted from 0 (next to the words)
 */
export function assignLanes(items: readonly Stacked[]): Map<string, number> {
  /** Per lane the segments that may still meet one to come. */
  const taken: Span[][] = []
  const lanes = new Map<string, number>()
  for (const { id, segments } of items) {
    const [first] = segments
    if (!first) continue
    for (const [lane, there] of taken.entries()) taken[lane] = there.filter(({ end }) => end > first.start)
    const isFree = (there: readonly Span[]) => !there.some((one) => segments.some((segment) => meet(one, segment)))
    const free = taken.findIndex(isFree)
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), ...segments]
    lanes.set(id, lane)
  }
  return lanes
}

/** The spans that cover an offset, the shortest first. */
export function spansAt<Named extends NamedSpan>(spans: readonly Named[], offset: number): Named[] {
  return spans
    .filter((span) => span.start <= offset && offset < span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1))
}
