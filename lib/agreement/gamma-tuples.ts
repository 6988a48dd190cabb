import { solve } from 'yalps'
import type { CodedSpan } from './continuum'
import { connectedParts } from './continuum-parts'
import { type Dissimilarity, unitDissimilarity } from './gamma-disorder'

/** A unitary alignment of several units, and what it saves against leaving each of them alone. */
export interface Tuple {
  places: (number | null)[]
  saving: number
}

/**
 * Beyond these the best alignment of three or more coders is not computed: all tuples that save anything, and those
 * among them that hang together by shared units. A part of 1,500 takes about 2 seconds; ordinary texts stay far below,
 * however long; only many units at one place reach it.
 */
const maximumTuples = 20_000
const maximumPart = 1500

/** Simplex pivots and branchings before the search is given up; never met below the limit of tuples so far. */
const searchLimits = { tolerance: 0, maxPivots: 100_000, maxIterations: 20_000 }

/**
 * The disjoint tuples of units that together save most, for three or more coders. Null beyond the limits.
 */
export function bestTuples(byCoder: readonly (readonly CodedSpan[])[], weights: Dissimilarity): Tuple[] | null {
  const tuples = worthwhileTuples(byCoder, weights)
  if (!tuples) return null
  const chosen: Tuple[] = []
  for (const part of connectedParts(tuples, unitNames)) {
    const best = part.length === 1 ? part : heaviestPacking(part)
    if (!best) return null
    chosen.push(...best)
  }
  return chosen
}

interface Partial {
  places: (number | null)[]
  members: { unit: CodedSpan; apart: number }[]
  apart: number
}

/**
 * All tuples that cost less than their units alone. A unit that is further from the others of its tuple than Δ∅ times
 * the pairs it would free is better off alone, so tuples grow only from units near each other.
 */
function worthwhileTuples(byCoder: readonly (readonly CodedSpan[])[], weights: Dissimilarity): Tuple[] | null {
  const m = byCoder.length
  const pairs = (m * (m - 1)) / 2
  const tooFar = (pairs + m - 1) * weights.deltaEmpty
  let partials: Partial[] = [{ places: [], members: [], apart: 0 }]
  for (const units of byCoder) {
    partials = partials.flatMap((partial) => extensions(partial, units, weights, tooFar))
    if (partials.length > 2 * maximumTuples) return null
  }
  const tuples = partials.flatMap(({ places, members, apart }): Tuple[] => {
    const n = members.length
    const freed = (n - 1) * pairs + (n * (n - 1)) / 2
    const saving = (freed * weights.deltaEmpty - apart) / pairs
    return n >= 2 && saving > 0 ? [{ places, saving }] : []
  })
  return tuples.length > maximumTuples ? null : tuples
}

/** A tuple with each of the next coder's units that is near enough, and without any. */
function extensions(partial: Partial, units: readonly CodedSpan[], weights: Dissimilarity, tooFar: number): Partial[] {
  const without = { ...partial, places: [...partial.places, null] }
  const longer = units.flatMap((unit, place): Partial[] => {
    const distances = partial.members.map((member) => unitDissimilarity(unit, member.unit, weights))
    const apart = distances.reduce((sum, distance) => sum + distance, 0)
    const members = partial.members.map((member, i) => ({ ...member, apart: member.apart + (distances[i] ?? 0) }))
    members.push({ unit, apart })
    if (members.some((member) => member.apart > tooFar)) return []
    return [{ places: [...partial.places, place], members, apart: partial.apart + apart }]
  })
  return [without, ...longer]
}

function unitNames({ places }: Tuple): string[] {
  return places.flatMap((place, coder) => (place === null ? [] : `${coder}:${place}`))
}

/** Set packing: maximize the saving of the chosen tuples, each unit in one of them at most. Null beyond the limits. */
function heaviestPacking(tuples: readonly Tuple[]): Tuple[] | null {
  if (tuples.length > maximumPart) return null
  const names = new Set(tuples.flatMap(unitNames))
  const solution = solve(
    {
      direction: 'maximize',
      objective: 'saving',
      constraints: [...names].map((name) => [name, { max: 1 }] as const),
      variables: tuples.map(
        (tuple, i) => [i, [['saving', tuple.saving], ...unitNames(tuple).map((name) => [name, 1] as const)]] as const,
      ),
      integers: true,
    },
    searchLimits,
  )
  if (solution.status !== 'optimal') return null
  return solution.variables.flatMap(([i]) => tuples[i] ?? [])
}
