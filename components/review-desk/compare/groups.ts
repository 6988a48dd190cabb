import type { ClusterView } from '@/lib/coding/review/review-view'
import { extent } from '@/lib/coding/segments'
import { sameValue } from '../../coding-desk/annotations/same-value'
import { type Member, mainSegments, memberKey, membersOf } from './members'
import { overlapShare } from './stretches'
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

interface Pair {
  one: Member
  other: Member
  isSameCode: boolean
  share: number
}

const targetOf = ({ annotation }: Member) => annotation.compared.target

/** Whether two annotations may stand for the same thing: one code, or one target, or one of them without a target. */
function isComparable(one: Member, other: Member): boolean {
  if (one.annotation.code === other.annotation.code) return true
  const [target, otherTarget] = [targetOf(one), targetOf(other)]
  return target === undefined || otherTarget === undefined || sameValue(target, otherTarget)
}

/** The pairs of different readings that overlap, those first that fit best. */
function pairsOf(members: readonly Member[]): Pair[] {
  const pairs: Pair[] = []
  const extents = members.map(({ annotation }) => extent(mainSegments(annotation)))
  members.forEach((one, index) => {
    for (let at = index + 1; at < members.length; at += 1) {
      const [other, here, there] = [members[at], extents[index], extents[at]]
      if (!other || !here || !there || one.reading === other.reading) continue
      // Of the many pairs in a long chain few meet.
      if (here.start >= there.end || there.start >= here.end || !isComparable(one, other)) continue
      const share = overlapShare(mainSegments(one.annotation), mainSegments(other.annotation))
      if (share === 0) continue
      pairs.push({ one, other, share, isSameCode: one.annotation.code === other.annotation.code })
    }
  })
  return pairs.sort((a, b) => Number(b.isSameCode) - Number(a.isSameCode) || b.share - a.share)
}

/** Sets of members that grow together. */
class Sets {
  readonly #setOf = new Map<string, Set<Member>>()

  constructor(members: readonly Member[]) {
    for (const member of members) this.#setOf.set(memberKey(member), new Set([member]))
  }

  #of(member: Pick<Member, 'reading' | 'annotationId'>): Set<Member> {
    return this.#setOf.get(memberKey(member)) ?? new Set()
  }

  join(one: Pick<Member, 'reading' | 'annotationId'>, other: Pick<Member, 'reading' | 'annotationId'>): void {
    const [into, from] = [this.#of(one), this.#of(other)]
    if (into === from) return
    for (const member of from) {
      into.add(member)
      this.#setOf.set(memberKey(member), into)
    }
  }

  /** Whether no reading has a member in both sets. */
  areApart(one: Member, other: Member): boolean {
    const readings = new Set([...this.#of(one)].map(({ reading }) => reading))
    return ![...this.#of(other)].some(({ reading }) => readings.has(reading))
  }

  all(): Set<Member>[] {
    return [...new Set(this.#setOf.values())]
  }
}

const startOf = (voices: readonly Voice[]) =>
  Math.min(...voices.flatMap(({ annotation }) => mainSegments(annotation).map(({ start }) => start)))

/** The groups of a cluster in the order of the text. */
export function groupsOf({ readings, differences }: Pick<ClusterView, 'readings' | 'differences'>): Group[] {
  const members = membersOf(readings)
  const sets = new Sets(members)
  // One stretch of one coder that is several of another: all of them are about the same.
  for (const { members: split } of differences.filter(({ type }) => type === 'D5')) {
    const [first] = split
    if (first) for (const other of split) sets.join(first, other)
  }
  for (const { one, other } of pairsOf(members)) if (sets.areApart(one, other)) sets.join(one, other)
  const groups = sets.all().map((set) => {
    const inOrder = members.filter((member) => set.has(member))
    const speaking = new Set(inOrder.map(({ reading }) => reading))
    const silent = readings.flatMap(({ letter }) => (speaking.has(letter) ? [] : [letter]))
    return { voices: voicesOf(inOrder), silent }
  })
  return groups.sort((a, b) => startOf(a.voices) - startOf(b.voices)).map((group, index) => ({ index, ...group }))
}
