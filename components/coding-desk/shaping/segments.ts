import type { Segment } from '@/lib/coding/annotation'

/** In the order of the text; of two that start together the shorter one first. */
export function inOrder(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => a.start - b.start || a.end - b.end || (a.part < b.part ? -1 : 1))
}

type Joins<Some> = (earlier: Some, later: Some) => boolean

/** Makes one of neighbours that overlap, touch or belong together. */
function chained<Some extends Segment>(ofOnePart: readonly Some[], joins: Joins<Some>): Some[] {
  const made: Some[] = []
  for (const segment of [...ofOnePart].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1)
    if (!last || (segment.start > last.end && !joins(last, segment))) made.push(segment)
    else made[made.length - 1] = { ...(segment.end > last.end ? segment : last), start: last.start }
  }
  return made
}

/**
 * Makes one segment of those of one part that overlap or touch, or that `joins` says belong together.
 * @param joins asked of two neighbours of one part with something between them
 */
export function united<Some extends Segment>(segments: readonly Some[], joins: Joins<Some> = () => false): Some[] {
  const parts = new Set(segments.map(({ part }) => part))
  return Array.from(parts).flatMap((part) =>
    chained(
      segments.filter((segment) => segment.part === part),
      joins,
    ),
  )
}
