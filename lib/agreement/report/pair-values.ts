import type { ComparedValues, DocumentValues } from './compared-values'
import type { ReportGrounds } from './grounds'
import { codersOfPair, pairsIn } from './pairs-of-coders'

/** What two coders said of the units that both coded, documents added up. */
export interface PairValues {
  coders: [string, string]
  /** As of one document of the two. */
  values: DocumentValues
  /** Contingency table of those categories that the two gave, flat, row by row; rows are the first coder's. */
  table: number[]
}

/** The values of each two coders of the report who coded a unit in common, in the order of `coderPairs`. */
export function pairValues({ coders, sums }: ReportGrounds, compared: ComparedValues): PairValues[] {
  const q = compared.categories.length
  const counts = sums.counted<number>(['pairs', ...compared.name], (document, count) => {
    const own = compared.valuesIn(document)
    const from = own ? pairsIn(own, coders).map(({ overall }) => overall * q * q) : []
    eachCell(own?.cells ?? [], (pair, one, other, times) => count((from[pair] ?? 0) + one * q + other, times))
  })
  const ofPairs = new Map<number, Map<number, number>>()
  for (const place of Float64Array.from(counts.keys()).sort()) {
    const pair = Math.floor(place / (q * q))
    const cells = ofPairs.get(pair) ?? new Map<number, number>()
    ofPairs.set(pair, cells.set(place % (q * q), counts.get(place) ?? 0))
  }
  return Array.from(ofPairs, ([pair, cells]) => valuesOfPair(codersOfPair(pair, coders), cells, q))
}

function eachCell(
  cells: readonly number[],
  visit: (pair: number, one: number, other: number, times: number) => void,
): void {
  for (let from = 0; from < cells.length; from += 4) {
    visit(cells[from] ?? 0, cells[from + 1] ?? 0, cells[from + 2] ?? 0, cells[from + 3] ?? 0)
  }
}

function valuesOfPair(coders: [string, string], counts: ReadonlyMap<number, number>, q: number): PairValues {
  const cells = Array.from(counts, ([cell, times]) => [0, Math.floor(cell / q), cell % q, times] as const)
  const used = [...new Set(cells.flatMap(([, one, other]) => [one, other]))]
  const places = new Map(used.map((category, place) => [category, place]))
  const table: number[] = Array.from({ length: used.length ** 2 }, () => 0)
  for (const [, one, other, times] of cells) {
    table[(places.get(one) ?? 0) * used.length + (places.get(other) ?? 0)] = times
  }
  const units = cells.reduce((sum, [, , , times]) => sum + times, 0)
  return { coders, table, values: { coders, units, valuesPerUnit: 2, cells: cells.flat() } }
}
