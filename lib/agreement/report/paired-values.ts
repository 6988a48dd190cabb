import type { DocumentValues } from './compared-values'

/** Krippendorff's coincidences (2011) of some units without their diagonal, which follows from the totals. */
export interface PairedValues {
  /** n_c by category: pairable values; only categories that occur. */
  totals: ReadonlyMap<number, number>
  /** The same times the partners of a value: in how many comparisons a category was given, a whole number. */
  given: ReadonlyMap<number, number>
  /** o_ck + o_kc for two categories c < k that coders gave to one unit. */
  differing: readonly { c: number; k: number; weight: number }[]
  /** Comparisons of two values, and those among them that agree. */
  compared: number
  agreeing: number
}

/** What the units of one document, all with as many values, pair. @param categories how many there are */
export function pairedValues({ cells, valuesPerUnit }: DocumentValues, categories: number): PairedValues {
  const given = new Map<number, number>()
  const differing = new Map<number, number>()
  let [compared, agreeing] = [0, 0]
  for (let from = 0; from < cells.length; from += 4) {
    const one = cells[from + 1] ?? 0
    const other = cells[from + 2] ?? 0
    const times = cells[from + 3] ?? 0
    compared += times
    if (one === other) {
      agreeing += times
      add(given, one, 2 * times)
    } else {
      add(given, one, times)
      add(given, other, times)
      add(differing, Math.min(one, other) * categories + Math.max(one, other), times)
    }
  }
  // Divided at the end: counts are whole and then divide without a rest.
  const partners = valuesPerUnit - 1
  const totals = new Map(Array.from(given, ([category, count]) => [category, count / partners]))
  const pairs = Array.from(differing, ([cell, count]) => {
    return { c: Math.floor(cell / categories), k: cell % categories, weight: (2 * count) / partners }
  })
  return { totals, given, differing: pairs, compared, agreeing }
}

function add(counts: Map<number, number>, key: number, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}
