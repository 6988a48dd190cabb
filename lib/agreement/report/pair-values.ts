import type { ComparedValues, DocumentValues } from './compared-values'
import type { Count } from './document-sums'
import type { ReportGrounds } from './grounds'
import { codersOfPair, pairsIn } from './pairs-of-coders'

/** What two coders said of the units that both coded, documents added up. */
export interface PairValues {
  coders: [string, string]
  /** As of one document of the two. */
  values: DocumentValues
}

/** The values of each two coders of the report who coded a unit in common, in the order of `coderPairs`. */
export function pairValues({ coders, sums }: ReportGrounds, compared: ComparedValues): PairValues[] {
  const q = compared.categories.length
  const counts = sums.counted<number>(['pairs', ...compared.name], (document, count) => {
    const own = compared.valuesIn(document)
    if (own) eachCell(own.cells, placesOfPairs(own, coders, q), q, count)
  })
  const pairs: { overall: number; cells: number[]; units: number }[] = []
  for (const place of Float64Array.from(counts.keys()).sort()) {
    const overall = Math.floor(place / (q * q))
    const cell = place - overall * q * q
    if (pairs.at(-1)?.overall !== overall) pairs.push({ overall, cells: [], units: 0 })
    const [pair, times] = [pairs.at(-1), counts.get(place) ?? 0]
    pair?.cells.push(0, Math.floor(cell / q), cell % q, times)
    if (pair) pair.units += times
  }
  return pairs.map(({ overall, cells, units }) => {
    const both = codersOfPair(overall, coders)
    return { coders: both, values: { coders: both, units, valuesPerUnit: 2, cells } }
  })
}

/** Where the cells of each pair of a document begin. */
function placesOfPairs(own: DocumentValues, coders: readonly string[], q: number): number[] {
  return pairsIn(own, coders).map(({ overall }) => overall * q * q)
}

function eachCell(cells: readonly number[], from: readonly number[], q: number, count: Count<number>): void {
  for (let i = 0; i < cells.length; i += 4) {
    count((from[cells[i] ?? 0] ?? 0) + (cells[i + 1] ?? 0) * q + (cells[i + 2] ?? 0), cells[i + 3] ?? 0)
  }
}

/** Contingency table of those categories that the two gave, flat, row by row; rows are the first coder's. */
export function contingencyOf({ values: { cells } }: PairValues): number[] {
  const places = new Map<number, number>()
  for (let from = 0; from < cells.length; from += 4) {
    for (const category of [cells[from + 1] ?? 0, cells[from + 2] ?? 0]) {
      if (!places.has(category)) places.set(category, places.size)
    }
  }
  const table = Array<number>(places.size ** 2).fill(0)
  for (let from = 0; from < cells.length; from += 4) {
    const [row, column] = [places.get(cells[from + 1] ?? 0) ?? 0, places.get(cells[from + 2] ?? 0) ?? 0]
    table[row * places.size + column] = cells[from + 3] ?? 0
  }
  return table
}
