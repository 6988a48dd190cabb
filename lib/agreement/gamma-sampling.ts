import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { type CodedSpan, type Continuum, spansByCoder } from './continuum'

/** Draws one random continuum: a list of units per coder, what coders who agree by chance only would give. */
export type Sampler = (random: RandomGenerator) => CodedSpan[][]

/**
 * Random shifts (Mathet, Widlöcher & Métivier 2015, section 5.2): each sampled coder is a coder drawn from the real
 * ones, all units moved on by one random distance, round the end to the beginning. A coder's own pattern stays. Shifts
 * within one sample keep half a mean unit from each other where there is room, lest a sample be the original again.
 */
export function shiftSampler(continuum: Continuum): Sampler {
  const byCoder = spansByCoder(continuum)
  const { length } = continuum
  const apart = mean(continuum.spans.map(({ start, end }) => end - start)) / 2
  return (random) => {
    const shifts: number[] = []
    return byCoder.map(() => {
      const units = byCoder[uniformInt(random, 0, byCoder.length - 1)] ?? []
      const shift = distantShift(random, shifts, length, apart)
      shifts.push(shift)
      return units.map((unit) => {
        const start = (unit.start + shift) % length
        return { ...unit, start, end: start + unit.end - unit.start }
      })
    })
  }
}

/** Tries before a shift near another one is taken: on a short text there may be no room. */
const tries = 100

function distantShift(random: RandomGenerator, taken: readonly number[], length: number, apart: number): number {
  let shift = 0
  for (let attempt = 0; attempt < tries; attempt += 1) {
    shift = uniformInt(random, 0, length - 1)
    const distances = taken.map((other) => Math.abs(other - shift))
    if (distances.every((distance) => Math.min(distance, length - distance) >= apart)) break
  }
  return shift
}

/**
 * Units drawn anew: their number, the gaps before them and their lengths from normal distributions with the mean and
 * the standard deviation of the real ones, codes as often as in the real ones. (The statistical sampler of Titeux &
 * Riad 2021; a gap can be negative where real units overlap.)
 */
export function statisticalSampler(continuum: Continuum): Sampler {
  const byCoder = spansByCoder(continuum)
  const counts = byCoder.map((units) => units.length)
  const lengths = continuum.spans.map(({ start, end }) => end - start)
  const gaps = byCoder.flatMap((units) => units.map(({ start }, i) => start - (units[i - 1]?.end ?? 0)))
  const codes = continuum.spans.map(({ code }) => code).sort()
  return (random) =>
    byCoder.map((_, coder) => {
      const count = Math.max(1, Math.trunc(normal(random, counts)))
      let last = 0
      return Array.from({ length: count }, (): CodedSpan => {
        const start = last + normal(random, gaps)
        last = start + Math.max(Number.MIN_VALUE, Math.abs(normal(random, lengths)))
        const code = codes[uniformInt(random, 0, codes.length - 1)] ?? ''
        return { coder: String(coder), start, end: last, code }
      })
    })
}

/** A draw from the normal distribution with the mean and standard deviation of these numbers (Box & Muller 1958). */
function normal(random: RandomGenerator, numbers: readonly number[]): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)))
  return mean(numbers) + deviation(numbers) * radius * Math.cos(2 * Math.PI * uniformFloat64(random))
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** The standard deviation with n in the denominator. */
export function deviation(numbers: readonly number[]): number {
  const centre = mean(numbers)
  return Math.sqrt(mean(numbers.map((number) => (number - centre) ** 2)))
}
