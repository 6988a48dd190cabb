import type { ConfusionTable } from './agreement-report'

/** How often one coder gave the one and another coder the other value. */
export interface Confused {
  one: string
  other: string
  times: number
}

/** Named by their values what cells (see ValueTable) name by place; those without a value of one coder are left out. */
export function confusedIn(values: readonly string[], cells: readonly number[]): Confused[] {
  const confused: Confused[] = []
  for (let from = 0; from < cells.length; from += 4) {
    const [one, other] = [values[cells[from + 1] ?? -1], values[cells[from + 2] ?? -1]]
    if (one !== undefined && other !== undefined) confused.push({ one, other, times: cells[from + 3] ?? 0 })
  }
  return confused
}

/** More values make no table that can be read. */
const mostValues = 50

/**
 * Which values coders confuse. It does not matter which of two coders gave which: a pair of different values stands in
 * both of its cells, a pair of equal ones in its own once.
 * @param order values in the order they shall have; those that are not in it come last, by their text
 */
export function confusionTable(confused: readonly Confused[], order: readonly string[]): ConfusionTable {
  const frequencies = new Map<string, number>()
  for (const { one, other, times } of confused) {
    for (const value of [one, other]) frequencies.set(value, (frequencies.get(value) ?? 0) + times)
  }
  const values = inOrder(mostFrequent(frequencies), order)
  const placeOf = new Map(values.map((value, place) => [value, place]))
  const counts = values.map(() => values.map(() => 0))
  for (const { one, other, times } of confused) {
    const [row, column] = [placeOf.get(one), placeOf.get(other)]
    if (row === undefined || column === undefined) continue
    count(counts, row, column, times)
    if (row !== column) count(counts, column, row, times)
  }
  return { values, valuesLeftOut: frequencies.size - values.length, counts }
}

/** Places of the values that occur most, in their own order: more than one can look over are left out of a figure. */
export function mostUsed({ values, counts }: ConfusionTable, most: number): number[] {
  const used = values.map((_, r) => (counts[r] ?? []).reduce((sum, count) => sum + count, 0))
  const byUse = values.map((_, place) => place).sort((a, b) => (used[b] ?? 0) - (used[a] ?? 0))
  return byUse.slice(0, most).sort((a, b) => a - b)
}

function mostFrequent(frequencies: ReadonlyMap<string, number>): string[] {
  return [...frequencies]
    .sort(([one, often], [other, oftenOther]) => oftenOther - often || (one < other ? -1 : 1))
    .slice(0, mostValues)
    .map(([value]) => value)
}

function inOrder(values: readonly string[], order: readonly string[]): string[] {
  const placeOf = new Map(order.map((value, place) => [value, place]))
  const place = (value: string) => placeOf.get(value) ?? order.length
  return [...values].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
}

function count(counts: number[][], row: number, column: number, times: number): void {
  const cells = counts[row]
  if (cells) cells[column] = (cells[column] ?? 0) + times
}
