/** Alpha straight from its definition, value by value and pair by pair; shares no code with lib/agreement. */
export function bruteForceAlpha<Value>(
  units: readonly (readonly (Value | null)[])[],
  differenceAmong: (values: readonly Value[]) => (one: Value, other: Value) => number,
): number | null {
  const pairable = units
    .map((unit) => unit.filter((value): value is Value => value !== null))
    .filter((values) => values.length >= 2)
  const all = pairable.flat()
  const difference = differenceAmong(all)
  const differing = (values: readonly Value[]) =>
    values.reduce(
      (sum, one, i) => values.reduce((inner, other, j) => inner + (i === j ? 0 : difference(one, other)), sum),
      0,
    )
  const observed = pairable.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0) / all.length
  const expected = differing(all) / (all.length * (all.length - 1))
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected
}

/** By Krippendorff (2011): the values that lie from one to the other, both ends counted half. */
function ordinalDifference(values: readonly number[]) {
  return (one: number, other: number) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const count = (holds: (value: number) => boolean) => values.filter(holds).length
    const from = count((value) => value >= low && value <= high)
    return (from - (count((value) => value === low) + count((value) => value === high)) / 2) ** 2
  }
}

export const numberDifferences = {
  nominal: () => (one: number, other: number) => (one === other ? 0 : 1),
  ordinal: (values: readonly number[]) => ordinalDifference(values),
  interval: () => (one: number, other: number) => (one - other) ** 2,
  ratio: () => (one: number, other: number) => (one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2),
}

type Codes = readonly string[]

const shared = (a: Codes, b: Codes) => new Set(a.filter((code) => b.includes(code))).size
const united = (a: Codes, b: Codes) => new Set([...a, ...b]).size
const jaccard = (a: Codes, b: Codes) => (united(a, b) === 0 ? 1 : shared(a, b) / united(a, b))
const isSubset = (a: Codes, b: Codes) => a.every((code) => b.includes(code))

/** A number by how two sets relate. */
function byRelation(equal: number, subset: number, intersecting: number, disjoint: number) {
  return (a: Codes, b: Codes) => {
    if (isSubset(a, b) && isSubset(b, a)) return equal
    if (isSubset(a, b) || isSubset(b, a)) return subset
    return shared(a, b) > 0 ? intersecting : disjoint
  }
}

export const setDifferences = {
  jaccard: () => (a: Codes, b: Codes) => 1 - jaccard(a, b),
  masi: () => (a: Codes, b: Codes) => 1 - jaccard(a, b) * byRelation(1, 2 / 3, 1 / 3, 0)(a, b),
  'masi-nltk': () => (a: Codes, b: Codes) => 1 - jaccard(a, b) * byRelation(1, 0.67, 0.33, 0)(a, b),
  'set-nominal': () => byRelation(0, 1, 1, 1),
  passonneau2004: () => byRelation(0, 1 / 3, 2 / 3, 1),
}
