import { type Estimate, noEstimate } from './estimate'

/** Two segmentations of one text, each as masses: the lengths of its segments in turn, in units. */
export interface Segmentations {
  a: readonly number[]
  b: readonly number[]
}

export interface BoundaryEdits {
  matches: number
  /** Boundaries that only one segmentation has. */
  additions: number
  /** Near misses: boundaries that differ by less than n_t places. */
  transpositions: number
  /** Additions cost 1, near misses at distance d cost d / n_t. */
  cost: number
}

/** Near misses reach less than this many places by default (Fournier 2013). */
export const defaultReach = 2

/**
 * Boundary similarity (Fournier 2013): B = 1 - cost / (edits + matches) over the cheapest boundary edits. Two
 * segmentations without any boundary agree: 1.
 */
export function boundarySimilarity(segmentations: Segmentations, reach = defaultReach): Estimate & BoundaryEdits {
  const edits = boundaryEdits(segmentations, reach)
  const all = edits.matches + edits.additions + edits.transpositions
  const units = unitsIn(segmentations)
  return {
    ...(units === 0 ? noEstimate('no_pairable_unit') : { value: all === 0 ? 1 : 1 - edits.cost / all }),
    ...edits,
  }
}

/**
 * The cheapest way to turn the boundaries of one segmentation into those of the other (boundary edit distance, Fournier
 * 2013), of equally cheap ones the one with fewest edits. Common boundaries match; of the others, near misses
 * never need to cross, so those in order are paired by dynamic programming.
 * @param reach n_t, at least 1
 * @throws RangeError when a mass is no whole number from 1 up, or the two texts differ in length
 */
export function boundaryEdits(segmentations: Segmentations, reach = defaultReach): BoundaryEdits {
  checkReach(reach)
  unitsIn(segmentations)
  const [a, b] = [boundaries(segmentations.a), boundaries(segmentations.b)]
  const [inA, inB] = [new Set(a), new Set(b)]
  const onlyA = a.filter((place) => !inB.has(place))
  const onlyB = b.filter((place) => !inA.has(place))
  const { distance, pairs } = nearMisses(onlyA, onlyB, reach)
  const additions = onlyA.length + onlyB.length - 2 * pairs
  return {
    matches: a.length - onlyA.length,
    additions,
    transpositions: pairs,
    cost: additions + distance / reach,
  }
}

interface Pairing {
  /** In n_t-ths: whole numbers, so that equal costs are equal. */
  cost: number
  pairs: number
  distance: number
}

/** The best pairing of near misses; see stretches. */
function nearMisses(a: readonly number[], b: readonly number[], reach: number): Pick<Pairing, 'pairs' | 'distance'> {
  const pairings = stretches(a, b, reach).map((stretch) => bestPairing(stretch.a, stretch.b, reach))
  return {
    pairs: pairings.reduce((sum, { pairs }) => sum + pairs, 0),
    distance: pairings.reduce((sum, { distance }) => sum + distance, 0),
  }
}

/** Cuts two sets of boundaries wherever the next one lies too far off for a near miss: each part can be paired alone. */
function stretches(a: readonly number[], b: readonly number[], reach: number): { a: number[]; b: number[] }[] {
  const ofA = new Set(a)
  const parts: { a: number[]; b: number[] }[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const place of [...a, ...b].sort((one, other) => one - other)) {
    if (place - before >= reach) parts.push({ a: [], b: [] })
    parts.at(-1)?.[ofA.has(place) ? 'a' : 'b'].push(place)
    before = place
  }
  return parts
}

function bestPairing(a: readonly number[], b: readonly number[], reach: number): Pairing {
  const start: Pairing = { cost: 0, pairs: 0, distance: 0 }
  const alone = (before: Pairing): Pairing => ({ ...before, cost: before.cost + reach })
  let row: Pairing[] = [start]
  for (const _ of b) row.push(alone(row.at(-1) ?? start))
  for (const place of a) {
    const above = row
    row = [alone(above[0] ?? start)]
    b.forEach((other, j) => {
      const choices = [alone(above[j + 1] ?? start), alone(row[j] ?? start)]
      const apart = Math.abs(place - other)
      if (apart < reach) choices.push(paired(above[j] ?? start, apart))
      row.push(choices.reduce(better))
    })
  }
  return row.at(-1) ?? start
}

function paired(before: Pairing, apart: number): Pairing {
  return { cost: before.cost + apart, pairs: before.pairs + 1, distance: before.distance + apart }
}

function better(one: Pairing, other: Pairing): Pairing {
  if (one.cost !== other.cost) return one.cost < other.cost ? one : other
  return one.pairs >= other.pairs ? one : other
}

/** Boundaries as the number of units before them. */
export function boundaries(masses: readonly number[]): number[] {
  let before = 0
  return masses.slice(0, -1).map((mass) => {
    before += mass
    return before
  })
}

/**
 * The number of units in both segmentations.
 * @throws RangeError when a mass is no whole number from 1 up, or the two texts differ in length
 */
export function unitsIn({ a, b }: Segmentations): number {
  const wrong = [...a, ...b].find((mass) => !Number.isInteger(mass) || mass < 1)
  if (wrong !== undefined) throw new RangeError(`A segment has ${wrong} units`)
  const [ofA, ofB] = [a, b].map((masses) => masses.reduce((sum, mass) => sum + mass, 0))
  if (ofA !== ofB) throw new RangeError(`One segmentation has ${ofA} units and the other ${ofB}`)
  return ofA ?? 0
}

function checkReach(reach: number): void {
  if (!Number.isInteger(reach) || reach < 1) throw new RangeError(`Near misses cannot reach ${reach} places`)
}
