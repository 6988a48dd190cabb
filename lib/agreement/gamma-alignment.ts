import type { CodedSpan } from './continuum'
import { bestAssignment } from './continuum-assignment'
import { type Dissimilarity, unitDissimilarity } from './gamma-disorder'
import { bestTuples, type Tuple } from './gamma-tuples'

/** The best alignment of all coders' units. */
export interface Alignment {
  /** Total cost of the unitary alignments by the mean number of units per coder. */
  disorder: number
  /** The unitary alignments, each as the place of every coder's unit in its list, null where a coder has none in it. */
  tuples: (number | null)[][]
}

/**
 * The alignment of least disorder, exactly (Mathet, Widlöcher & Métivier 2015). Every unit stands in
 * one unitary alignment, which costs the mean of its m (m - 1) / 2 pairs, Δ∅ for a pair with an empty unit; a unit alone
 * so costs Δ∅. Two coders: an assignment problem; more: an integer programme over the tuples that save anything.
 * Null where more coders' units allow too many tuples (gamma-tuples.ts).
 * @param byCoder two or more lists of units, with at least one unit in all
 */
export function bestAlignment(byCoder: readonly (readonly CodedSpan[])[], weights: Dissimilarity): Alignment | null {
  const chosen = byCoder.length === 2 ? bestPairs(byCoder, weights) : bestTuples(byCoder, weights)
  if (!chosen) return null
  const units = byCoder.reduce((sum, own) => sum + own.length, 0)
  const saved = chosen.reduce((sum, { saving }) => sum + saving, 0)
  const disorder = (units * weights.deltaEmpty - saved) / (units / byCoder.length)
  // What is saved can exceed what is spent by rounding only.
  return { disorder: Math.max(0, disorder), tuples: withSingles(byCoder, chosen) }
}

function withSingles(byCoder: readonly (readonly CodedSpan[])[], chosen: readonly Tuple[]): (number | null)[][] {
  const singles = byCoder.flatMap((units, coder) => {
    const taken = new Set(chosen.map(({ places }) => places[coder]))
    const alone = units.map((_, place) => place).filter((place) => !taken.has(place))
    return alone.map((place) => byCoder.map((_, other) => (other === coder ? place : null)))
  })
  return [...chosen.map(({ places }) => places), ...singles]
}

function bestPairs([one = [], other = []]: readonly (readonly CodedSpan[])[], weights: Dissimilarity): Tuple[] {
  const edges = one.flatMap((left, a) =>
    other.flatMap((right, b) => {
      const weight = 2 * weights.deltaEmpty - unitDissimilarity(left, right, weights)
      return weight > 0 ? [{ a, b, weight }] : []
    }),
  )
  return bestAssignment(edges).map(({ a, b, weight }) => ({ places: [a, b], saving: weight }))
}
