import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { countWhile } from '../count-while'
import { type Estimate, type Interval, noEstimate, noInterval } from './estimate'

/**
 * The bootstrap over documents (clusters), since the units of one document depend on each other: documents are drawn
 * with replacement, as many as there are, and their statistics summed (Efron & Tibshirani 1993, ch. 13; Field & Welsh
 * 2007 for clusters). A replicate is a sum, never a recount.
 */
export interface Resampling {
  /** Any 32-bit integer: the same seed gives the same draws. */
  seed: number
  /** B, the number of bootstrap samples. */
  replicates: number
}

/** Beyond this share of replicates without a value there is no interval. */
export const tolerableUndefinedShare = 0.05

/** Numbers that are held at a time where there is no need to hold those of all samples. */
const numbersAtOnce = 2 ** 20

/**
 * Draws the rows with replacement, as many as there are, `replicates` times, and yields the sum of each draw: none of fewer
 * than two rows, of which every draw would be the same. All rows have one length. A sum is to be read before going on.
 */
export function* resampledSums(rows: readonly ArrayLike<number>[], resampling: Resampling): Generator<Float64Array> {
  const width = rows[0]?.length ?? 0
  const atOnce = Math.max(2, Math.floor(numbersAtOnce / Math.max(width, rows.length, 1)))
  const noStrata = rows.map(() => '')
  for (const draws of drawnInTurn(noStrata, resampling, atOnce)) {
    const sums = drawnSums(rows, draws)
    for (let i = 0; i < draws.replicates; i += 1) yield sums.subarray(i * width, (i + 1) * width)
  }
}

/** How often each document is in each bootstrap sample: all figures of a report rest on the same samples. */
export interface Draws {
  documents: number
  /** Samples drawn. */
  replicates: number
  /** Within so many strata; 1 = none. */
  strata: number
  /** Sample by sample one count per document. */
  counts: Uint16Array
}

/**
 * Draws documents with replacement, within each stratum as many as it has, strata in the order of their names (Efron &
 * Tibshirani 1993, ch. 8 and 13). Nothing is drawn where every draw would be the same.
 * @param strata the stratum of each document
 */
export function drawDocuments(strata: readonly string[], resampling: Resampling): Draws {
  const [draws] = drawnInTurn(strata, resampling, Math.max(1, resampling.replicates))
  return draws ?? { documents: strata.length, replicates: 0, strata: strataIn(strata), counts: new Uint16Array() }
}

/** The same samples, so many at a time. */
function* drawnInTurn(strata: readonly string[], { seed, replicates }: Resampling, atOnce: number): Generator<Draws> {
  const groups = placesByStratum(strata)
  if (groups.every((group) => group.length < 2)) return
  const generator = xoroshiro128plus(seed)
  for (let left = replicates; left > 0; left -= atOnce) {
    const counts = new Uint16Array(strata.length * Math.min(left, atOnce))
    for (let from = 0; from < counts.length; from += strata.length) addDraw(counts, from, groups, generator)
    yield { documents: strata.length, replicates: Math.min(left, atOnce), strata: strataIn(strata), counts }
  }
}

function addDraw(counts: Uint16Array, from: number, groups: readonly number[][], generator: RandomGenerator): void {
  for (const group of groups) {
    for (let draw = 0; draw < group.length; draw += 1) {
      const place = from + (group[uniformInt(generator, 0, group.length - 1)] ?? 0)
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
}

function strataIn(strata: readonly string[]): number {
  return Math.max(1, new Set(strata).size)
}

/** Some of the samples, `replicates` of them at most. */
export function someDraws(draws: Draws, from: number, replicates: number): Draws {
  const counts = draws.counts.subarray(from * draws.documents, (from + replicates) * draws.documents)
  return { ...draws, counts, replicates: Math.min(replicates, draws.replicates - from) }
}

function placesByStratum(strata: readonly string[]): number[][] {
  const names = [...new Set(strata)].sort()
  return names.map((name) => strata.flatMap((stratum, place) => (stratum === name ? [place] : [])))
}

/**
 * The sum of the rows of each sample, sample by sample in one list; one row per document, all of one length. Costs as
 * much as there are documents with numbers other than 0 in a panel of columns.
 */
export function drawnSums(rows: readonly ArrayLike<number>[], draws: Draws): Float64Array {
  const width = rows[0]?.length ?? 0
  const sums = new Float64Array(draws.replicates * width)
  for (let column = 0; column < width; column += panelWidth) {
    addPanel(sums, width, column, panelOf(rows, column), draws)
  }
  return sums
}

/** So many columns are summed at once: their sums stay in the registers of the processor. */
const panelWidth = 4

/** Four columns of the rows that are not 0 in all of them. */
interface Panel {
  /** Places of these rows. */
  documents: Uint32Array
  /** Four numbers for each. */
  numbers: Float64Array
}

function panelOf(rows: readonly ArrayLike<number>[], column: number): Panel {
  const [documents, numbers]: [number[], number[]] = [[], []]
  rows.forEach((row, document) => {
    const [a, b, c, d] = [row[column] ?? 0, row[column + 1] ?? 0, row[column + 2] ?? 0, row[column + 3] ?? 0]
    if (a === 0 && b === 0 && c === 0 && d === 0) return
    documents.push(document)
    numbers.push(a, b, c, d)
  })
  return { documents: Uint32Array.from(documents), numbers: Float64Array.from(numbers) }
}

/** Two samples at a time, so that each number is read once for both; of an odd number the last is summed twice. */
function addPanel(sums: Float64Array, width: number, column: number, panel: Panel, draws: Draws): void {
  for (let replicate = 0; replicate < draws.replicates; replicate += 2) {
    const next = Math.min(replicate + 1, draws.replicates - 1)
    const panelSums = twoSums(panel, draws.counts, replicate * draws.documents, next * draws.documents)
    for (let i = 0; i < Math.min(panelWidth, width - column); i += 1) {
      sums[replicate * width + column + i] = panelSums[i] ?? 0
      sums[next * width + column + i] = panelSums[panelWidth + i] ?? 0
    }
  }
}

/** The sums of a panel for the samples whose counts begin at `one` and at `two`. */
function twoSums({ documents, numbers }: Panel, counts: Uint16Array, one: number, two: number): number[] {
  let [a1, b1, c1, d1, a2, b2, c2, d2] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < documents.length; i += 1) {
    const document = documents[i] ?? 0
    const [inOne, inTwo] = [counts[one + document] ?? 0, counts[two + document] ?? 0]
    const a = numbers[4 * i] ?? 0
    const b = numbers[4 * i + 1] ?? 0
    const c = numbers[4 * i + 2] ?? 0
    const d = numbers[4 * i + 3] ?? 0
    a1 += inOne * a
    b1 += inOne * b
    c1 += inOne * c
    d1 += inOne * d
    a2 += inTwo * a
    b2 += inTwo * b
    c2 += inTwo * c
    d2 += inTwo * d
  }
  return [a1, b1, c1, d1, a2, b2, c2, d2]
}

/** The bootstrap distribution of one coefficient. */
export interface Replicates {
  /** The values of the replicates in which it was defined, ascending. */
  values: Float64Array
  /** The share of replicates in which it was undefined (a rare code missed by the draw); null when none was drawn. */
  undefinedShare: number | null
}

export function collectReplicates(values: readonly (number | null)[]): Replicates {
  const defined = new Float64Array(values.length)
  let count = 0
  for (const value of values) {
    if (value === null) continue
    defined[count] = value
    count += 1
  }
  const undefinedShare = values.length === 0 ? null : (values.length - count) / values.length
  return { values: defined.slice(0, count).sort(), undefinedShare }
}

/**
 * The percentile interval (Efron & Tibshirani 1993, ch. 13): the (1 - level) / 2 quantiles at both ends, interpolated
 * as in definition 7 of Hyndman & Fan (1996), R's default.
 */
export function percentileInterval(replicates: Replicates, level = 0.95): Interval {
  const reason = whyNoDistribution(replicates)
  if (reason) return noInterval(reason)
  const tail = (1 - level) / 2
  return { low: quantile(replicates.values, tail), high: quantile(replicates.values, 1 - tail) }
}

/** The share of replicates below a threshold, as an estimate of P(coefficient < threshold). */
export function shareBelow(replicates: Replicates, threshold: number): Estimate {
  const reason = whyNoDistribution(replicates)
  if (reason) return noEstimate(reason)
  return { value: countBelow(replicates.values, threshold) / replicates.values.length }
}

function countBelow(ascending: Float64Array, threshold: number): number {
  return countWhile(ascending.length, (i) => (ascending[i] ?? 0) < threshold)
}

function whyNoDistribution({ values, undefinedShare }: Replicates) {
  if (undefinedShare === null) return 'no_replicates'
  return undefinedShare > tolerableUndefinedShare || values.length === 0 ? 'undefined_replicates' : null
}

function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (high - low) * (place - below)
}
