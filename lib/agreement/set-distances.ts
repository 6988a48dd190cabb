import type { Category } from './reliability-data'

/** A set of codes; may be empty, which is an answer. */
export type CodeSet = ReadonlySet<Category>

/** Distance of two sets, 0 to 1; takes the place of the squared difference in alpha. */
export type SetDistance = (a: CodeSet, b: CodeSet) => number

/** How two sets relate, and by that their monotonicity M (Passonneau 2006, section 4). */
type Relation = 'equal' | 'subsumed' | 'intersecting' | 'disjoint'

/** 1 - |A and B| / |A or B| (Jaccard 1901). Two empty sets are equal. */
export const jaccardDistance: SetDistance = (a, b) => 1 - overlap(a, b).jaccard

/** 1 - J M, M = 1, 2/3, 1/3 or 0 (Passonneau 2006, section 4: measuring agreement on set-valued items). */
export const masiDistance: SetDistance = masi({ equal: 1, subsumed: 2 / 3, intersecting: 1 / 3, disjoint: 0 })

/** MASI with the rounded .67 and .33 of NLTK, for comparison with it only. */
export const masiNltkDistance: SetDistance = masi({ equal: 1, subsumed: 0.67, intersecting: 0.33, disjoint: 0 })

/** 0 for equal sets, 1 for others: the set as one nominal value. */
export const setNominalDistance: SetDistance = (a, b) => (overlap(a, b).relation === 'equal' ? 0 : 1)

/** 0, 1/3, 2/3, 1 by the relation of the sets alone (Passonneau 2004, section 4.2). The empty set is a subset of any. */
export const passonneauDistance: SetDistance = (a, b) =>
  ({ equal: 0, subsumed: 1 / 3, intersecting: 2 / 3, disjoint: 1 })[overlap(a, b).relation]

function masi(monotonicity: Record<Relation, number>): SetDistance {
  return (a, b) => {
    const { jaccard, relation } = overlap(a, b)
    return 1 - jaccard * monotonicity[relation]
  }
}

function overlap(a: CodeSet, b: CodeSet): { jaccard: number; relation: Relation } {
  let shared = 0
  for (const code of a) if (b.has(code)) shared += 1
  const union = a.size + b.size - shared
  const jaccard = union === 0 ? 1 : shared / union
  if (shared === union) return { jaccard, relation: 'equal' }
  if (shared === Math.min(a.size, b.size)) return { jaccard, relation: 'subsumed' }
  return { jaccard, relation: shared > 0 ? 'intersecting' : 'disjoint' }
}
