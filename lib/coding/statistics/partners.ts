import { sharedLength } from '../../agreement/continuum'
import { bestAssignment } from '../../agreement/continuum-assignment'
import type { PlacedAnnotation } from './placed-annotations'

/** Two annotations of two coders that share text, named by their places in the lists. */
export interface Partners {
  a: number
  b: number
  /** Positions in both. */
  shared: number
  /** shared / positions in either. */
  iou: number
  sameCode: boolean
  /** How many attributes of the code both gave the same value. */
  sameValues: number
}

/** All pairs of annotations of one family that share text. @param one sorted by start, as `other` */
export function possiblePartners(one: readonly PlacedAnnotation[], other: readonly PlacedAnnotation[]): Partners[] {
  const possible: Partners[] = []
  const longest = other.reduce((length, { start, end }) => Math.max(length, end - start), 0)
  let first = 0
  one.forEach((left, a) => {
    while ((other[first]?.start ?? Number.POSITIVE_INFINITY) + longest <= left.start) first += 1
    for (let b = first; b < other.length; b += 1) {
      const right = other[b]
      if (!right || right.start >= left.end) break
      if (right.end > left.start && left.code.family === right.code.family) possible.push(partners(left, right, a, b))
    }
  })
  return possible
}

function partners(left: PlacedAnnotation, right: PlacedAnnotation, a: number, b: number): Partners {
  const shared = sharedLength(left, right)
  const iou = shared / (left.end - left.start + right.end - right.start - shared)
  const sameCode = left.code.key === right.code.key
  const sameValues = sameCode ? left.values.filter((value, i) => value !== null && value === right.values[i]).length : 0
  return { a, b, shared, iou, sameCode, sameValues }
}

/** Whether the intersection over union is at least .5, which rounding must not decide. */
export function isHalf({ iou }: Partners): boolean {
  return iou >= 0.5 - 1e-9
}

/**
 * The one-to-one matching in which partners share most text. Where several share as much: the one with more pairs;
 * then with more pairs of one code; then of more similar extent (intersection over union, to the thousandth); and where
 * one coder put several annotations of a code on the same words, so that only their attributes say which is meant, the
 * one in which most values are equal.
 */
export function closestPartners(possible: readonly Partners[]): Partners[] {
  return separateParts(possible).flatMap((part) => {
    if (part.length === 1) return part
    const weightOf = weights(part)
    const weighted = part.map((partner) => ({ ...partner, weight: weightOf(partner) }))
    if (!isStar(part)) return chosenOf(part, weighted)
    return weighted.reduce((best, partner) => (partner.weight > best.weight ? partner : best))
  })
}

function chosenOf(part: readonly Partners[], weighted: readonly (Partners & { weight: number })[]): Partners[] {
  const chosen = new Set(bestAssignment(weighted).map(({ a, b }) => `${a} ${b}`))
  return part.filter(({ a, b }) => chosen.has(`${a} ${b}`))
}

/** Whole numbers in which a little more of one thing outweighs all that follows it, summed over the part. */
function weights(part: readonly Partners[]): (partner: Partners) => number {
  const pairs = Math.min(new Set(part.map(({ a }) => a)).size, new Set(part.map(({ b }) => b)).size) + 1
  const values = pairs * Math.max(1, ...part.map(({ sameValues }) => sameValues))
  const similarity = pairs * 1000
  return ({ shared, sameCode, iou, sameValues }) => {
    const byPairs = (shared * pairs + 1) * pairs + Number(sameCode)
    return (byPairs * similarity + Math.round(iou * 1000)) * values + sameValues
  }
}

/** Whether all pairs have an annotation in common, so that only one of them can be chosen. */
function isStar(part: readonly Partners[]): boolean {
  const [first] = part
  return part.every(({ a }) => a === first?.a) || part.every(({ b }) => b === first?.b)
}

/** The possible partners in groups that have no annotation in common, in their order. */
function separateParts(possible: readonly Partners[]): Partners[][] {
  const parts: Partners[][] = []
  const partOf = [new Map<number, Partners[]>(), new Map<number, Partners[]>()] as const
  for (const partner of possible) {
    const [ofA, ofB] = [partOf[0].get(partner.a), partOf[1].get(partner.b)]
    const part = ofA ?? ofB ?? []
    if (part.length === 0) parts.push(part)
    part.push(partner)
    partOf[0].set(partner.a, part)
    partOf[1].set(partner.b, part)
    if (ofA && ofB && ofA !== ofB) absorb(ofA, ofB, partOf)
  }
  return parts.filter(({ length }) => length > 0)
}

type PartsByPlace = readonly [Map<number, Partners[]>, Map<number, Partners[]>]

function absorb(part: Partners[], other: Partners[], [ofA, ofB]: PartsByPlace): void {
  for (const partner of other) {
    part.push(partner)
    ofA.set(partner.a, part)
    ofB.set(partner.b, part)
  }
  other.length = 0
}

/**
 * How many pairs a one-to-one matching can have at most, by code: augmenting paths (Kuhn 1955). Only partners of one
 * code can be given.
 * @param codeAt code of the first coder's annotation at a place
 */
export function mostPairs(possible: readonly Partners[], codeAt: (a: number) => string): Map<string, number> {
  const reachable = new Map<number, number[]>()
  for (const { a, b } of possible) {
    const own = reachable.get(a)
    if (own) own.push(b)
    else reachable.set(a, [b])
  }
  const partnerOf = new Map<number, number>()
  const augment = (a: number, seen: Set<number>): boolean =>
    (reachable.get(a) ?? []).some((b) => {
      if (seen.has(b)) return false
      seen.add(b)
      const holder = partnerOf.get(b)
      if (holder !== undefined && !augment(holder, seen)) return false
      partnerOf.set(b, a)
      return true
    })
  const counts = new Map<string, number>()
  for (const a of reachable.keys()) {
    if (augment(a, new Set())) counts.set(codeAt(a), (counts.get(codeAt(a)) ?? 0) + 1)
  }
  return counts
}
