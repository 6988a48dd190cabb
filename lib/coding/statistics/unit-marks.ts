import type { PresenceTables } from '../../agreement/report/document-statistics'
import type { Span } from '../../text/spans'

/**
 * Which units each coder marked with which variable, a bit each: what two coders have in common is then counted 32
 * units at a time.
 */
export class UnitMarks {
  readonly units: number
  readonly coders: number
  readonly #words: number
  /** Per variable the bits of all coders, one after the other. */
  readonly #bits = new Map<string, Uint32Array>()

  constructor(units: number, coders: number) {
    this.units = units
    this.coders = coders
    this.#words = (units + 31) >>> 5
  }

  /** Marks the units at these places; marking twice changes nothing. */
  mark(variable: string, coder: number, { start, end }: Span): void {
    if (start >= end) return
    const bits = this.#bits.get(variable) ?? new Uint32Array(this.#words * this.coders)
    this.#bits.set(variable, bits)
    const from = this.#words * coder
    for (let word = start >>> 5; word <= (end - 1) >>> 5; word += 1) {
      const low = word << 5 < start ? start & 31 : 0
      const high = (word + 1) << 5 > end ? end & 31 : 32
      bits[from + word] = (bits[from + word] ?? 0) | ((0xffffffff >>> (32 - high + low)) << low)
    }
  }

  /** Visits the places the coder marked with the variable, ascending. */
  eachMarked(variable: string, coder: number, visit: (place: number) => void): void {
    const bits = this.#bits.get(variable)
    if (!bits) return
    for (let word = 0; word < this.#words; word += 1) {
      for (let rest = bits[this.#words * coder + word] ?? 0; rest !== 0; rest &= rest - 1) {
        visit((word << 5) + 31 - Math.clz32(rest & -rest))
      }
    }
  }

  /** @param variables in the order wanted; those that nobody marked are left out */
  tables(variables: readonly string[]): PresenceTables {
    const presence = variables.flatMap((variable): [string, number[]][] => {
      const bits = this.#bits.get(variable)
      return bits ? [[variable, this.#pairTables(bits)]] : []
    })
    return { units: this.units, presence: Object.fromEntries(presence) }
  }

  /** For the pairs in the order of `coderPairs`. */
  #pairTables(bits: Uint32Array): number[] {
    const totals = Array.from({ length: this.coders }, (_, coder) => this.#shared(bits, coder, coder))
    const numbers: number[] = []
    for (let one = 0; one < this.coders; one += 1) {
      const ofOne = totals[one] ?? 0
      for (let other = one + 1; other < this.coders; other += 1) {
        const ofOther = totals[other] ?? 0
        const both = ofOne === 0 || ofOther === 0 ? 0 : this.#shared(bits, one, other)
        numbers.push(ofOne - both, ofOther - both, both)
      }
    }
    return numbers
  }

  #shared(bits: Uint32Array, one: number, other: number): number {
    const [ofOne, ofOther] = [this.#words * one, this.#words * other]
    let shared = 0
    for (let word = 0; word < this.#words; word += 1) {
      const common = (bits[ofOne + word] ?? 0) & (bits[ofOther + word] ?? 0)
      if (common !== 0) shared += bitsIn(common)
    }
    return shared
  }
}

/** How many of the 32 bits are 1 (Warren 2013, Hacker's Delight, chapter 5). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
