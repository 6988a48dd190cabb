import type { CodedSpan, Continuum } from './continuum'
import { areStacked, gapsBetween, unitsOf } from './continuum-units'

/**
 * What one document contributes to the u-alpha family (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff
 * 2019, section 12.6), with the values 0 = gap and 1... = the codes asked for:
 * the coincidences l_ck, row by row; then S_c, the pairs of positions of a unit with itself; then S*_c, those within
 * the part of a unit that another coder marked too. Flat, (q + 1)^2 - 1 numbers for q values, and plain sums: the row
 * of several documents is the sum of theirs, each with its own m - 1, and no unit crosses a document.
 */
export type UnitizingSums = number[]

export interface DocumentUnitizing {
  /** Null where units of one coder overlap (spans of different codes): the family is not defined then. */
  sums: UnitizingSums | null
  annotationsUnited: number
  unions: number
}

interface Segment {
  value: number
  start: number
  end: number
}

/** @param codes all codes of the variable, the same for all documents whose sums are to be added */
export function documentUnitizing(continuum: Continuum, codes: readonly string[]): DocumentUnitizing {
  const asked = new Set(codes)
  const spans = continuum.spans.filter(({ code }) => asked.has(code))
  const { byCoder, annotationsUnited, unions } = unitsOf({ ...continuum, spans })
  const partitions = byCoder.map((units) => unitizingPartition(units, continuum.length, codes))
  const cut = partitions.filter((partition) => partition !== null)
  const sums = cut.length < partitions.length ? null : partitionSums(cut, codes.length)
  return { sums, annotationsUnited, unions }
}

/** One coder's continuum, cut into units and gaps. */
export type UnitizingPartition = readonly Segment[]

/**
 * @param units of one coder and of these codes, by start; see continuum-units.ts
 * @returns null where units overlap
 */
export function unitizingPartition(
  units: readonly CodedSpan[],
  length: number,
  codes: readonly string[],
): UnitizingPartition | null {
  if (areStacked(units)) return null
  const valued = units.map(({ start, end, code }) => ({ value: codes.indexOf(code) + 1, start, end }))
  const gaps = gapsBetween(units, length).map(({ start, end }) => ({ value: 0, start, end }))
  return [...valued, ...gaps].sort((one, other) => one.start - other.start)
}

/**
 * The sums of coders' partitions of one continuum, for one who compares the same coders again and again.
 * @param codes how many codes the values stand for
 */
export function partitionSums(partitions: readonly UnitizingPartition[], codes: number): UnitizingSums {
  const q = codes + 1
  const sums: number[] = Array.from({ length: (q + 1) ** 2 - 1 }, () => 0)
  if (partitions.length >= 2) {
    addSelfPairs(sums, partitions, q)
    addIntersections(sums, partitions, q)
  }
  return sums
}

/** S_c: a position is not paired with one of its own unit, but positions of a gap may pair with each other. */
function addSelfPairs(sums: number[], partitions: readonly UnitizingPartition[], q: number): void {
  for (const partition of partitions) {
    for (const { value, start, end } of partition) {
      add(sums, q * q + value, value === 0 ? end - start : (end - start) ** 2)
    }
  }
}

function addIntersections(sums: number[], partitions: readonly UnitizingPartition[], q: number): void {
  const weight = 1 / (partitions.length - 1)
  partitions.forEach((one, i) => {
    for (const other of partitions.slice(i + 1)) {
      const sharedOfOne = one.map(() => 0)
      const sharedOfOther = other.map(() => 0)
      eachIntersection(one, other, (a, b, length) => {
        const [c, k] = [one[a]?.value ?? 0, other[b]?.value ?? 0]
        add(sums, c * q + k, weight * length)
        add(sums, k * q + c, weight * length)
        if (c === 0 || k === 0) return
        add(sharedOfOne, a, length)
        add(sharedOfOther, b, length)
      })
      addSharedSelfPairs(sums, one, sharedOfOne, q, weight)
      addSharedSelfPairs(sums, other, sharedOfOther, q, weight)
    }
  })
}

function addSharedSelfPairs(sums: number[], units: readonly Segment[], shared: number[], q: number, weight: number) {
  units.forEach(({ value }, i) => {
    add(sums, q * q + q + value, weight * (shared[i] ?? 0) ** 2)
  })
}

function eachIntersection(
  one: readonly Segment[],
  other: readonly Segment[],
  visit: (a: number, b: number, length: number) => void,
): void {
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    const [left, right] = [one[a], other[b]]
    if (!left || !right) return
    const end = Math.min(left.end, right.end)
    visit(a, b, end - Math.max(left.start, right.start))
    if (left.end === end) a += 1
    if (right.end === end) b += 1
  }
}

function add(numbers: number[], place: number, amount: number): void {
  numbers[place] = (numbers[place] ?? 0) + amount
}

/** The parts of a row of sums by name; works on one document, on several added up, and on a bootstrap replicate. */
export function readSums(sums: ArrayLike<number>) {
  const q = Math.round(Math.sqrt(sums.length + 1)) - 1
  return {
    /** Number of values, the gap included. */
    q,
    /** l_ck */
    l: (c: number, k: number) => sums[c * q + k] ?? 0,
    /** S_c */
    selfPairs: (c: number) => sums[q * q + c] ?? 0,
    /** S*_c */
    sharedSelfPairs: (c: number) => sums[q * q + q + c] ?? 0,
  }
}

/** Sums a figure over the values from..q-1. */
export function over(from: number, q: number, figure: (value: number) => number): number {
  let sum = 0
  for (let value = from; value < q; value += 1) sum += figure(value)
  return sum
}
