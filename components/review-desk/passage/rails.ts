import type { Segment } from '@/lib/coding/annotation'
import type { Code } from '@/lib/coding/codebook'
import type { ReadingView } from '@/lib/coding/review/review-view'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { assignLanes } from '../../coding-desk/reading/lanes'
import { type Member, membersOf } from '../compare/members'

/** What becomes of an annotation with the outcome that is being chosen. */
export type Fate = 'taken' | 'left' | 'undecided'

/** A line beside the words of one code on one stretch, for all readings that have it so. */
export interface Rail {
  key: string
  /** "A, C". */
  names: string
  code: string
  label: string
  pattern: string
  segments: readonly Segment[]
  /** Above the words or below them, and how far away: 0 is next to them. */
  side: 'above' | 'below'
  lane: number
  fate: Fate
}

interface Drawing {
  codes: ReadonlyMap<string, Pick<Code, 'label' | 'pattern'>>
  fateOf(member: Member): Fate
}

/** The members gathered by code and stretch: readings whose answers alone differ share a line. */
function byPlace(members: readonly Member[]): Member[][] {
  const places: Member[][] = []
  for (const member of members) {
    const same = places.find(
      ([first]) =>
        first?.annotation.code === member.annotation.code &&
        sameValue(first.annotation.segments, member.annotation.segments),
    )
    if (same) same.push(member)
    else places.push([member])
  }
  return places
}

function fateOfAll(fates: readonly Fate[]): Fate {
  if (fates.includes('taken')) return 'taken'
  return fates.every((fate) => fate === 'left') ? 'left' : 'undecided'
}

/**
 * The lines of all readings: the first half of those that marked something run above the words, the others below, so
 * that of two coders one is above and the other below.
 */
export function railsOf(readings: readonly ReadingView[], { codes, fateOf }: Drawing): Rail[] {
  const places = byPlace(membersOf(readings))
  const speaking = [...new Set(places.flatMap(([first]) => first?.reading ?? []))]
  const above = new Set(speaking.slice(0, Math.ceil(speaking.length / 2)))
  const rails = places.flatMap((members) => {
    const [first] = members
    if (!first) return []
    const code = codes.get(first.annotation.code)
    const side: Rail['side'] = above.has(first.reading) ? 'above' : 'below'
    return {
      ...{ key: members.map(({ name }) => name).join('+'), names: members.map(({ name }) => name).join(', '), side },
      ...{ code: first.annotation.code, label: code?.label ?? first.annotation.code },
      ...{ pattern: code?.pattern ?? 'solid', segments: first.annotation.segments, lane: 0 },
      fate: fateOfAll(members.map(fateOf)),
    }
  })
  return (['above', 'below'] as const).flatMap((side) => {
    const first = ({ segments }: Rail) => segments[0]?.start ?? 0
    const onSide = rails.filter((rail) => rail.side === side)
    const inOrder = onSide.toSorted((a, b) => first(a) - first(b))
    const lanes = assignLanes(inOrder, ({ segments }) => segments)
    return onSide.map((rail) => ({ ...rail, lane: lanes[inOrder.indexOf(rail)] ?? 0 }))
  })
}

/** How many lanes there are on each side. */
export function depthOf(rails: readonly Rail[]): { above: number; below: number } {
  const depth = (side: Rail['side']) =>
    Math.max(0, ...rails.filter((rail) => rail.side === side).map(({ lane }) => lane + 1))
  return { above: depth('above'), below: depth('below') }
}
