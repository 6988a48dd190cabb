import type { ValueTable } from '../../agreement/report/document-statistics'

/** More different values than any document has; pair and two places then fit into one whole number. */
const places = 2 ** 20

/** Counts how often two coders gave which values to the same thing. */
export class ValueCounts {
  readonly #places = new Map<string, number>()
  readonly #counts = new Map<number, number>()

  /** The place under which `add` takes a value; no value is -1. */
  placeOf(value: string | null): number {
    if (value === null) return -1
    const place = this.#places.get(value) ?? this.#places.size
    this.#places.set(value, place)
    return place
  }

  /** @param one place of the first coder's value; `other` of the second's */
  add(pair: number, one: number, other: number, times = 1): void {
    if (times === 0) return
    const key = cellKey(pair, one, other)
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times)
  }

  /** The values that were counted, sorted; cells by pair and values: the same whatever the order of counting. */
  table(): ValueTable {
    const used = new Set<number>()
    for (const key of this.#counts.keys()) used.add(placeOfOne(key)).add(placeOfOther(key))
    const values = [...this.#places]
      .filter(([, place]) => used.has(place))
      .sort(([one], [other]) => (one < other ? -1 : 1))
    const sorted = new Map(values.map(([, place], i) => [place, i]))
    const inOrder = new Map<number, number>()
    for (const [key, times] of this.#counts) {
      const [one, other] = [sorted.get(placeOfOne(key)) ?? -1, sorted.get(placeOfOther(key)) ?? -1]
      inOrder.set(cellKey(pairOf(key), one, other), times)
    }
    const cells: number[] = []
    for (const key of Float64Array.from(inOrder.keys()).sort()) {
      cells.push(pairOf(key), placeOfOne(key), placeOfOther(key), inOrder.get(key) ?? 0)
    }
    return { values: values.map(([value]) => value), cells }
  }
}

/** A pair of coders and two places, -1 included, as one number; keys sort as pairs, then places do. */
function cellKey(pair: number, one: number, other: number): number {
  return (pair * places + one + 1) * places + other + 1
}

function pairOf(key: number): number {
  return Math.floor(key / (places * places))
}

function placeOfOne(key: number): number {
  return (Math.floor(key / places) % places) - 1
}

function placeOfOther(key: number): number {
  return (key % places) - 1
}
