import { coderPairs } from '../contingencies'
import type { ComparedValues, DocumentValues } from './compared-values'
import type { ReportGrounds } from './grounds'

/** What two coders said of the units that both coded, documents added up. */
export interface PairValues {
  coders: [string, string]
  /** As of one document of the two. */
  values: DocumentValues
  /** Contingency table of those categories that the two gave, flat, row by row; rows are the first coder's. */
  table: number[]
}

/** The values of each two coders of the report who coded a unit in common, in the order of `coderPairs`. */
export function pairValues({ coders }: ReportGrounds, compared: ComparedValues): PairValues[] {
  const countsOf = new Map<number, Map<number, number>>()
  const placeOf = new Map(coders.map((coder, place) => [coder, place]))
  for (const document of compared.documents.values()) {
    const places = document.coders.map((coder) => placeOf.get(coder) ?? 0)
    const ofPairs = coderPairs(places.length).map(([i, j]) => {
      const pair = (places[i] ?? 0) * coders.length + (places[j] ?? 0)
      const counts = countsOf.get(pair) ?? new Map<number, number>()
      countsOf.set(pair, counts)
      return counts
    })
    addCells(ofPairs, document.cells, compared.categories.length)
  }
  const pairs = [...countsOf].sort(([one], [other]) => one - other)
  return pairs.flatMap(([pair, counts]) => {
    const both: [string, string] = [coders[Math.floor(pair / coders.length)] ?? '', coders[pair % coders.length] ?? '']
    return counts.size === 0 ? [] : [valuesOfPair(both, counts, compared.categories.length)]
  })
}

function addCells(ofPairs: readonly Map<number, number>[], cells: readonly number[], q: number): void {
  for (let from = 0; from < cells.length; from += 4) {
    const cell = (cells[from + 1] ?? 0) * q + (cells[from + 2] ?? 0)
    const counts = ofPairs[cells[from] ?? 0]
    counts?.set(cell, (counts.get(cell) ?? 0) + (cells[from + 3] ?? 0))
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
