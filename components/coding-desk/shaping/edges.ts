import type { Segment } from '@/lib/coding/annotation'
import type { Span } from '@/lib/text/spans'
import type { Direction, Places, Side, Stride } from './places'
import { inOrder } from './segments'

/** One end of one segment of an annotation. */
export interface Edge {
  /** Number of the segment, from 0. */
  segment: number
  side: Side
}

/** Segments after an edge moved, and where that edge is among them now: segments stay sorted by their start. */
export interface Moved {
  segments: Segment[]
  edge: Edge
}

/** All edges in the order of the segments. */
export function edgesOf(segments: readonly Segment[]): Edge[] {
  return segments.flatMap((_, segment) => [
    { segment, side: 'start' as const },
    { segment, side: 'end' as const },
  ])
}

/** How far a segment may reach without meeting another one of its part. */
function roomOf(segments: readonly Segment[], moved: Segment): Span {
  const others = segments.filter((segment) => segment !== moved && segment.part === moved.part)
  return {
    start: Math.max(0, ...others.filter(({ start }) => start < moved.start).map(({ end }) => end)),
    end: Math.min(
      Number.POSITIVE_INFINITY,
      ...others.filter(({ start }) => start > moved.start).map(({ start }) => start),
    ),
  }
}

const isWithin = (span: Span, room: Span) => room.start <= span.start && span.end <= room.end

function replaced(segments: readonly Segment[], edge: Edge, made: Segment): Moved {
  const sorted = inOrder(segments.map((segment, index) => (index === edge.segment ? made : segment)))
  return { segments: sorted, edge: { ...edge, segment: sorted.indexOf(made) } }
}

/**
 * Moves an edge to an offset, or as near to it as it may go: a segment keeps at least one character and never meets
 * another one of its part.
 * @param wholeWords whether the segment then grows to whole words, where there is room
 * @returns null when there is no such edge
 */
export function dragEdge(
  segments: readonly Segment[],
  edge: Edge,
  offset: number,
  places: Places,
  wholeWords = false,
): Moved | null {
  const segment = segments[edge.segment]
  if (!segment) return null
  const room = roomOf(segments, segment)
  const { start, end } = segment
  const wanted =
    edge.side === 'start'
      ? { start: Math.max(room.start, Math.min(offset, places.beside(end, -1) ?? start)), end }
      : { start, end: Math.min(room.end, Math.max(offset, places.beside(start, 1) ?? end)) }
  const fitting = places.fit(wanted)
  if (!fitting || !isWithin(fitting, room)) return null
  const grown = wholeWords ? places.wholeWords(fitting) : fitting
  return replaced(segments, edge, { ...segment, ...(isWithin(grown, room) ? grown : fitting) })
}

/**
 * Moves an edge by one character or word.
 * @returns null where it can not go: the segment would be empty, would meet another one of its part, or the text ends
 */
export function nudgeEdge(
  segments: readonly Segment[],
  edge: Edge,
  stride: Stride,
  direction: Direction,
  places: Places,
): Moved | null {
  const segment = segments[edge.segment]
  const offset = segment && places.step(segment[edge.side], edge.side, stride, direction)
  if (!segment || offset === null || offset === undefined) return null
  const made = { ...segment, [edge.side]: offset }
  if (made.start >= made.end || !isWithin(made, roomOf(segments, segment))) return null
  return replaced(segments, edge, made)
}
