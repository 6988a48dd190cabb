import type { ValueTable } from '../../agreement/report/document-statistics'

/** The values that things can have, sorted; a value is named by its place among them, no value by -1. */
export class ValuePlaces {
  readonly values: readonly string[]
  readonly #places: ReadonlyMap<string, number>

  constructor(values: Iterable<string>) {
    this.values = [...new Set(values)].sort()
    this.#places = new Map(this.values.map((value, place) => [value, place]))
  }

  /** -1 for null and for a value that is not among them. */
  placeOf(value: string | null): number {
    return value === null ? -1 : (this.#places.get(value) ?? -1)
  }
}

/** Counts how often two coders gave which values to the same thing. */
export class ValueCounts {
  readonly #values: readonly string[]
  /** How many places there are, no value included. */
  readonly #size: number
  /** By pair and places, as one number; keys sort as pairs, then places do. */
  readonly #counts = new Map<number, number>()

  constructor({ values }: ValuePlaces) {
    this.#values = values
    this.#size = values.length + 1
  }

  /** @param one place of the first coder's value; `other` of the second's */
  add(pair: number, one: number, other: number, times = 1): void {
    const key = (pair * this.#size + one + 1) * this.#size + other + 1
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times)
  }

  /** Values that were not counted are left out; the same whatever the order of counting. */
  table(): ValueTable {
    const size = this.#size
    const keys = Float64Array.from(this.#counts.keys()).sort()
    const used = new Uint8Array(size)
    for (const key of keys) {
      used[Math.floor(key / size) % size] = 1
      used[key % size] = 1
    }
    const values: string[] = []
    const placeAmongUsed = new Int32Array(size).fill(-1)
    this.#values.forEach((value, place) => {
      if (used[place + 1] === 1) placeAmongUsed[place + 1] = values.push(value) - 1
    })
    const cells: number[] = []
    for (const key of keys) {
      const [above, other] = [Math.floor(key / size), key % size]
      cells.push(Math.floor(above / size), placeAmongUsed[above % size] ?? -1, placeAmongUsed[other] ?? -1)
      cells.push(this.#counts.get(key) ?? 0)
    }
    return { values, cells }
  }
}
