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
  return matched(possible, (part) => heaviest(part, weights(part)))
}

/** A one-to-one matching of as many pairs as possible. */
export function mostPartners(possible: readonly Partners[]): Partners[] {
  return matched(possible, (part) => heaviest(part, () => 1))
}

/** Most annotations have one possible partner, who has no other: only the rest needs to be thought about. */
function matched(
  possible: readonly Partners[],
  choose: (part: readonly Partners[]) => readonly Partners[],
): Partners[] {
  const [ofA, ofB]: [number[], number[]] = [[], []]
  for (const { a, b } of possible) {
    ofA[a] = (ofA[a] ?? 0) + 1
    ofB[b] = (ofB[b] ?? 0) + 1
  }
  const chosen: Partners[] = []
  const contested: Partners[] = []
  for (const partner of possible) {
    const isContested = (ofA[partner.a] ?? 0) > 1 || (ofB[partner.b] ?? 0) > 1
    if (isContested) contested.push(partner)
    else chosen.push(partner)
  }
  for (const part of partsOf(contested)) chosen.push(...choose(part))
  return chosen
}

/** Whole numbers in which a little more of one thing outweighs all that follows it, summed over the part. */
function weights(part: readonly Partners[]): (partner: Partners) => number {
  const pairs = part.length + 1
  const values = pairs * part.reduce((most, { sameValues }) => Math.max(most, sameValues), 1)
  const similarity = pairs * 1000
  return ({ shared, sameCode, iou, sameValues }) => {
    const byPairs = (shared * pairs + 1) * pairs + Number(sameCode)
    return (byPairs * similarity + Math.round(iou * 1000)) * values + sameValues
  }
}

/** With so few possible pairs, trying all matchings is faster than the general method. */
const fewPairs = 8

function heaviest(part: readonly Partners[], weightOf: (partner: Partners) => number): Partners[] {
  if (part.length <= fewPairs) return heaviestOfFew(part, part.map(weightOf))
  const chosen = new Set(
    bestAssignment(part.map((it) => ({ ...it, weight: weightOf(it) }))).map(({ a, b }) => `${a} ${b}`),
  )
  return part.filter(({ a, b }) => chosen.has(`${a} ${b}`))
}

/** Tries all matchings; of equally good ones it takes the one with the earliest pairs. Sets of pairs are bits. */
function heaviestOfFew(part: readonly Partners[], weight: readonly number[]): Partners[] {
  const clashes = part.map(({ a, b }, i) =>
    part.reduce((bits, it, j) => (j < i && (it.a === a || it.b === b) ? bits | (1 << j) : bits), 0),
  )
  let [best, most] = [0, 0]
  const tryFrom = (i: number, chosen: number, sum: number): void => {
    if (i === part.length) {
      if (sum > most) [best, most] = [chosen, sum]
      return
    }
    if (((clashes[i] ?? 0) & chosen) === 0) tryFrom(i + 1, chosen | (1 << i), sum + (weight[i] ?? 0))
    tryFrom(i + 1, chosen, sum)
  }
  tryFrom(0, 0, 0)
  return part.filter((_, i) => (best & (1 << i)) !== 0)
}

/** The possible partners in groups that have no annotation in common, each in their order. */
function partsOf(possible: readonly Partners[]): Partners[][] {
  const [ofA, ofB]: [Partners[][], Partners[][]] = [[], []]
  const parts: Partners[][] = []
  for (const partner of possible) {
    const [withA, withB] = [ofA[partner.a], ofB[partner.b]]
    const part = withA ?? withB ?? []
    if (part.length === 0) parts.push(part)
    part.push(partner)
    ofA[partner.a] = part
    ofB[partner.b] = part
    if (withA && withB && withA !== withB) absorb(withA, withB, ofA, ofB)
  }
  return parts.filter(({ length }) => length > 0)
}

function absorb(part: Partners[], other: Partners[], ofA: Partners[][], ofB: Partners[][]): void {
  for (const partner of other) {
    part.push(partner)
    ofA[partner.a] = part
    ofB[partner.b] = part
  }
  other.length = 0
  part.sort((one, two) => one.a - two.a || one.b - two.b)
}
