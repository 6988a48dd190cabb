import { mainSegments } from '@/lib/coding/segments'
import { unite } from '@/lib/coding/united-spans'
import type { Span } from '@/lib/text/spans'
import type { Group } from './groups'
import { shared, without } from './stretches'

/** A stretch that some readings of a group have and others lack. */
export interface DifferingStretch extends Span {
  /** Letters of the readings that have it. */
  has: string[]
}

/** What each reading covers in a group, all its annotations there together: of a split, both halves. */
function coverOf({ voices }: Pick<Group, 'voices'>): Map<string, Span[]> {
  const covers = new Map<string, Span[]>()
  for (const { reading, annotation } of voices.flatMap(({ members }) => members)) {
    covers.set(reading, unite([...(covers.get(reading) ?? []), ...mainSegments(annotation.segments)]))
  }
  return covers
}

/** What all readings that speak in a group cover. */
export function sharedByAll(group: Pick<Group, 'voices'>): Span[] {
  const [first, ...others] = coverOf(group).values()
  return first ? others.reduce((kept, cover) => shared(kept, cover), first) : []
}

/** The boundary differences of a group to the character, in the order of the text; none where all cover the same. */
export function differingStretches(group: Pick<Group, 'voices'>): DifferingStretch[] {
  const covers = coverOf(group)
  const covered = [...covers.values()].flat()
  const edges = [...new Set(covered.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const differing = without(covered, sharedByAll(group))
  const isIn = (spans: readonly Span[], start: number, end: number) =>
    spans.some((span) => span.start <= start && end <= span.end)
  const pieces = edges.flatMap((start, index) => {
    const end = edges[index + 1]
    if (end === undefined || !isIn(differing, start, end)) return []
    const has = [...covers].flatMap(([letter, cover]) => (isIn(cover, start, end) ? [letter] : []))
    return [{ start, end, has: has.sort() }]
  })
  return mergedNeighbours(pieces)
}

function mergedNeighbours(pieces: readonly DifferingStretch[]): DifferingStretch[] {
  const made: DifferingStretch[] = []
  for (const piece of pieces) {
    const last = made.at(-1)
    if (last && last.end === piece.start && last.has.join() === piece.has.join()) last.end = piece.end
    else made.push({ ...piece })
  }
  return made
}
