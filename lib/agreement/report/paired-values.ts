import type { DocumentValues } from './compared-values'

/**
 * Krippendorff's coincidences (2011) of some units without their diagonal, which follows from the totals. Whole numbers:
 * divided by the partners at the end, they divide without a rest where the coincidences do.
 */
export interface PairedValues {
  /** The other values that each value is compared with: m - 1. */
  partners: number
  /** In how many comparisons a category was given: n_c times the partners. Only categories that occur. */
  given: ReadonlyMap<number, number>
  /** Comparisons of different values: three numbers per entry, one category, the other, how often. */
  differing: readonly number[]
  /** Comparisons of two values, and those among them that agree. */
  compared: number
  agreeing: number
}

/** What the units of one document, all with as many values, pair. */
export function pairedValues({ cells, valuesPerUnit }: DocumentValues): PairedValues {
  const given = new Map<number, number>()
  const differing: number[] = []
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
      differing.push(one, other, times)
    }
  }
  return { partners: valuesPerUnit - 1, given, differing, compared, agreeing }
}

/** n D_o = sum_ck o_ck d2_ck */
export function observedDisagreement(
  { differing, partners }: PairedValues,
  difference: (c: number, k: number) => number,
): number {
  let sum = 0
  for (let from = 0; from < differing.length; from += 3) {
    sum += (differing[from + 2] ?? 0) * difference(differing[from] ?? 0, differing[from + 1] ?? 0)
  }
  return (2 * sum) / partners
}

function add(counts: Map<number, number>, key: number, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}
