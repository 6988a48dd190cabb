import type { DocumentValues } from './compared-values'

/** Krippendorff's coincidences (2011) of some units without their diagonal, which follows from the totals. */
export interface PairedValues {
  /** n_c by category: pairable values; only categories that occur. */
  totals: ReadonlyMap<number, number>
  /** o_ck + o_kc for two categories c < k that coders gave to one unit. */
  differing: readonly { c: number; k: number; weight: number }[]
  /** Comparisons of two values, and those among them that agree. */
  compared: number
  agreeing: number
}

/** What the units of one document, all with as many values, pair. @param categories how many there are */
export function pairedValues({ cells, valuesPerUnit }: DocumentValues, categories: number): PairedValues {
  const counts = new Map<number, number>()
  const differing = new Map<number, number>()
  const sums = { compared: 0, agreeing: 0 }
  for (let from = 0; from < cells.length; from += 4) {
    const [one = 0, other = 0, times = 0] = [cells[from + 1], cells[from + 2], cells[from + 3]]
    counts.set(one, (counts.get(one) ?? 0) + times)
    counts.set(other, (counts.get(other) ?? 0) + times)
    sums.compared += times
    if (one === other) {
      sums.agreeing += times
      continue
    }
    const cell = Math.min(one, other) * categories + Math.max(one, other)
    differing.set(cell, (differing.get(cell) ?? 0) + times)
  }
  // Divided at the end: counts are whole and then divide without a rest.
  const partners = valuesPerUnit - 1
  return {
    totals: new Map(Array.from(counts, ([category, count]) => [category, count / partners])),
    differing: Array.from(differing, ([cell, count]) => {
      return { c: Math.floor(cell / categories), k: cell % categories, weight: (2 * count) / partners }
    }),
    ...sums,
  }
}
