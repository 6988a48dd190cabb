import { eachUnit, type ReliabilityData, type UnitValues } from './reliability-data'

/**
 * Krippendorff's coincidence matrix (2011; 2019, ch. 12): o_ck sums over the units u the ordered pairs of
 * values c-k in u, each divided by m_u - 1, m_u being the number of values in u. Units with one value or none are left
 * out. Flat, row by row, as many rows as categories. Matrices of documents can be summed: the sum is the matrix of all
 * their units.
 */
export function coincidences(data: ReliabilityData): Float64Array {
  const q = data.categories.length
  const o = new Float64Array(q * q)
  eachUnit(data, (unit) => {
    if (unit.total >= 2) addUnit(o, q, unit)
  })
  return o
}

function addUnit(o: Float64Array, q: number, { counts, present, total: m }: UnitValues): void {
  for (const c of present) {
    for (const k of present) {
      const partners = (counts[k] ?? 0) - (c === k ? 1 : 0)
      o[c * q + k] = (o[c * q + k] ?? 0) + ((counts[c] ?? 0) * partners) / (m - 1)
    }
  }
}

/** n_c: how many pairable values of each category there are. */
export function categoryTotals(o: ArrayLike<number>): number[] {
  const q = Math.round(Math.sqrt(o.length))
  return Array.from({ length: q }, (_, c) => {
    let total = 0
    for (let k = 0; k < q; k += 1) total += o[c * q + k] ?? 0
    return total
  })
}
