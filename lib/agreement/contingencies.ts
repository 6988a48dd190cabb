import { missing, type ReliabilityData } from './reliability-data'

/** The pairs of m coders by column, in the order in which `contingencies` lists their tables: 0-1, 0-2, ..., 1-2, ... */
export function coderPairs(m: number): [number, number][] {
  const pairs: [number, number][] = []
  for (let one = 0; one < m; one += 1) {
    for (let other = one + 1; other < m; other += 1) pairs.push([one, other])
  }
  return pairs
}

/**
 * For each pair of coders the contingency table of the units both coded, flat, row by row: rows are the first coder's
 * categories, columns the second's. Tables of documents can be summed.
 */
export function contingencies(data: ReliabilityData): Float64Array[] {
  return coderPairs(data.coders).map(([one, other]) => contingency(data, one, other))
}

function contingency({ coders, categories, values }: ReliabilityData, one: number, other: number): Float64Array {
  const q = categories.length
  const table = new Float64Array(q * q)
  for (let from = 0; from < values.length; from += coders) {
    const row = values[from + one] ?? missing
    const column = values[from + other] ?? missing
    if (row === missing || column === missing) continue
    table[row * q + column] = (table[row * q + column] ?? 0) + 1
  }
  return table
}
