import { collectReplicates, type Draws, drawnSums, type Replicates, someDraws } from './bootstrap'
import { inSteps, stepsOf } from './exact-sums'

/** A figure from a sum of rows, which is a buffer; null where it is undefined. */
export type Coefficient = (sum: Float64Array) => number | null

/** With more numbers the sums of the samples are not kept, but formed anew for each figure. */
const mostKept = 2 ** 23

/** So many of those are held at a time: rows can have thousands of numbers. */
const numbersAtOnce = 2 ** 20

/**
 * Rows of numbers, one per document, with their sum and their sums in bootstrap samples. Rows can be replaced: the sums
 * are then what they would be had the new rows been there from the beginning, to the last digit (exact-sums.ts).
 */
export class SummedRows {
  readonly width: number
  readonly #draws: Draws
  /** Row by row. */
  readonly #table: Float64Array
  #steps: Float64Array
  /** In steps. */
  #sum: Float64Array
  /** In steps, sample by sample; null until they are needed. */
  #samples: Float64Array | null = null
  #distributions = new Map<string, Replicates>()

  /** @param table row by row, one row per document of the draws */
  constructor(table: Float64Array, width: number, draws: Draws) {
    this.width = width
    this.#table = table
    this.#draws = draws
    this.#steps = stepsOf(table, width, draws.documents)
    this.#sum = this.#summed()
  }

  /** Bytes that it holds once samples were asked for. */
  get bytes(): number {
    const { replicates } = this.#draws
    return 8 * (this.#table.length + (this.#keepsSamples ? replicates * this.width : 0) + replicates)
  }

  get sum(): Float64Array {
    return this.#sum.map((number, column) => number * (this.#steps[column] ?? 1))
  }

  row(place: number): Float64Array {
    return this.#table.subarray(place * this.width, (place + 1) * this.width)
  }

  /** @param rows new rows by their places */
  replace(rows: ReadonlyMap<number, ArrayLike<number>>): void {
    const changed = [...rows].filter(([place, row]) => this.row(place).some((number, i) => number !== row[i]))
    if (changed.length === 0) return
    const before = changed.map(([place]) => this.row(place).slice())
    for (const [place, row] of changed) this.row(place).set(row)
    this.#distributions.clear()
    const steps = stepsOf(this.#table, this.width, this.#draws.documents)
    if (steps.every((step, column) => step === this.#steps[column])) {
      changed.forEach(([place, row], i) => {
        this.#shift(place, before[i] ?? [], row)
      })
    } else {
      this.#steps = steps
      this.#sum = this.#summed()
      this.#samples = null
    }
  }

  /** The bootstrap distribution of a figure. @param name names it among the figures that rest on these rows */
  replicates(name: string, coefficient: Coefficient): Replicates {
    const known = this.#distributions.get(name)
    if (known) return known
    const values = Array<number | null>(this.width === 0 ? 0 : this.#draws.replicates).fill(null)
    let replicate = 0
    const sum = new Float64Array(this.width)
    for (const samples of this.#eachSamples()) {
      for (let from = 0; from < samples.length; from += this.width) {
        for (let i = 0; i < sum.length; i += 1) sum[i] = (samples[from + i] ?? 0) * (this.#steps[i] ?? 1)
        values[replicate] = coefficient(sum)
        replicate += 1
      }
    }
    const replicates = collectReplicates(values)
    this.#distributions.set(name, replicates)
    return replicates
  }

  get #keepsSamples(): boolean {
    return this.width * this.#draws.replicates <= mostKept
  }

  *#eachSamples(): Generator<Float64Array> {
    if (this.#keepsSamples) {
      this.#samples ??= drawnSums(this.#rowsInSteps(), this.#draws)
      yield this.#samples
      return
    }
    const atOnce = Math.max(2, Math.floor(numbersAtOnce / this.width))
    const rows = this.#rowsInSteps()
    for (let from = 0; from < this.#draws.replicates; from += atOnce) {
      yield drawnSums(rows, someDraws(this.#draws, from, atOnce))
    }
  }

  #rowsInSteps(): Float64Array[] {
    return Array.from({ length: this.#draws.documents }, (_, place) => this.#inSteps(this.row(place)))
  }

  #inSteps(row: ArrayLike<number>): Float64Array {
    return this.#steps.map((step, column) => inSteps(row[column] ?? 0, step))
  }

  #summed(): Float64Array {
    const sum = new Float64Array(this.width)
    for (let place = 0; place < this.#draws.documents; place += 1) addTimes(sum, 0, 1, this.#inSteps(this.row(place)))
    return sum
  }

  /** Takes a row out of every sum that it is in and puts another one in its place. */
  #shift(place: number, before: ArrayLike<number>, after: ArrayLike<number>): void {
    const old = this.#inSteps(before)
    const difference = this.#inSteps(after).map((number, column) => number - (old[column] ?? 0))
    addTimes(this.#sum, 0, 1, difference)
    if (!this.#samples) return
    const { counts, documents, replicates } = this.#draws
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const times = counts[replicate * documents + place] ?? 0
      if (times > 0) addTimes(this.#samples, replicate * this.width, times, difference)
    }
  }
}

function addTimes(sums: Float64Array, from: number, times: number, row: Float64Array): void {
  for (let i = 0; i < row.length; i += 1) sums[from + i] = (sums[from + i] ?? 0) + times * (row[i] ?? 0)
}
