import type { Span } from '@/lib/text/spans'
import type { Group } from './groups'
import { mainSegments } from './members'
import { joined, shared, without } from './stretches'
import type { Voice } from './voices'

/** A stretch that some of a group's annotations have and others lack. */
export interface DifferingStretch extends Span {
  /** Names of the annotations that have it, as "A". */
  has: string[]
  lacks: string[]
}

const placeOf = ({ annotation }: Voice): readonly Span[] => mainSegments(annotation)

/** What all of a group's annotations cover. */
export function sharedByAll({ voices }: Pick<Group, 'voices'>): Span[] {
  const [first, ...others] = voices
  if (!first) return []
  return others.reduce((kept, voice) => shared(kept, placeOf(voice)), joined(placeOf(first)))
}

/** The boundary differences of a group to the character, in the order of the text; none where all cover the same. */
export function differingStretches({ voices }: Pick<Group, 'voices'>): DifferingStretch[] {
  const covered = voices.flatMap(placeOf)
  const edges = [...new Set(covered.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const differing = without(covered, sharedByAll({ voices }))
  const pieces = edges.flatMap((start, index) => {
    const end = edges[index + 1]
    if (end === undefined || !differing.some((span) => span.start <= start && end <= span.end)) return []
    const hasIt = (voice: Voice) => placeOf(voice).some((span) => span.start <= start && end <= span.end)
    const names = (some: Voice[]) => some.map(({ name }) => name)
    return [{ start, end, has: names(voices.filter(hasIt)), lacks: names(voices.filter((one) => !hasIt(one))) }]
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
