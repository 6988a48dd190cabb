import type { ClusterView } from '@/lib/coding/review/review-view'
import { mainSegments } from '@/lib/coding/segments'
import { type Member, memberKey, membersOf } from './members'
import { type Voice, voicesOf } from './voices'

/**
 * Annotations of different readings that stand for the same thing: what is compared column by column, and merged into
 * one. A cluster has several where coders put several codes on one stretch, or coded several stretches.
 */
export interface Group {
  /** Its place in the cluster. */
  index: number
  voices: Voice[]
  /** Letters of the readings that have nothing here, in their order. */
  silent: string[]
}

type Named = Pick<Member, 'reading' | 'annotationId'>

/** Joins annotations into sets: the rows, and those rows in one that a split goes through. */
function setsOf(members: readonly Member[], joined: readonly (readonly Named[])[]): Set<string>[] {
  const sets = new Map(members.map((member) => [memberKey(member), new Set([memberKey(member)])]))
  for (const [first, ...others] of joined) {
    const into = first && sets.get(memberKey(first))
    if (!into) continue
    for (const other of others) {
      for (const key of sets.get(memberKey(other)) ?? []) {
        into.add(key)
        sets.set(key, into)
      }
    }
  }
  return [...new Set(sets.values())]
}

const startOf = (voices: readonly Voice[]) =>
  Math.min(...voices.flatMap(({ annotation }) => mainSegments(annotation.segments).map(({ start }) => start)))

/** The groups of a cluster in the order of the text: its rows of partners; of a split all that are one stretch of another. */
export function groupsOf({
  readings,
  rows,
  differences,
}: Pick<ClusterView, 'readings' | 'rows' | 'differences'>): Group[] {
  const members = membersOf(readings)
  const splits = differences.filter(({ type }) => type === 'D5').map((split) => split.members)
  const groups = setsOf(members, [...rows, ...splits]).map((keys) => {
    const inOrder = members.filter((member) => keys.has(memberKey(member)))
    const speaking = new Set(inOrder.map(({ reading }) => reading))
    const silent = readings.flatMap(({ letter }) => (speaking.has(letter) ? [] : [letter]))
    return { voices: voicesOf(inOrder), silent }
  })
  return groups.sort((a, b) => startOf(a.voices) - startOf(b.voices)).map((group, index) => ({ index, ...group }))
}
