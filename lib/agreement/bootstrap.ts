import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
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

/** How many samples are drawn of so many documents: none of fewer than two, of which every draw would be the same. */
export function samplesDrawn(documents: number, { replicates }: Resampling): number {
  return documents < 2 ? 0 : replicates
}

/**
 * Draws the rows with replacement, `replicates` times, and yields the sum of each draw. All rows have one length. The
 * sum is one buffer, filled anew each time: read it before going on.
 */
export function* resampledSums(rows: readonly ArrayLike<number>[], resampling: Resampling): Generator<Float64Array> {
  const width = rows[0]?.length ?? 0
  const flat = Float64Array.from(rows.flatMap((row) => Array.from(row)))
  const generator = xoroshiro128plus(resampling.seed)
  const sum = new Float64Array(width)
  for (let replicate = 0; replicate < resampling.replicates; replicate += 1) {
    sum.fill(0)
    for (let draw = 0; draw < rows.length; draw += 1) {
      addRow(sum, flat, width * uniformInt(generator, 0, rows.length - 1))
    }
    yield sum
  }
}

function addRow(sum: Float64Array, flat: Float64Array, from: number): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (flat[from + i] ?? 0)
}

/** The bootstrap distribution of one coefficient. */
export interface Replicates {
  /** The values of the replicates in which it was defined, ascending. */
  values: Float64Array
  /** The share of replicates in which it was undefined (a rare code missed by the draw); null when none was drawn. */
  undefinedShare: number | null
}

export function collectReplicates(values: readonly (number | null)[]): Replicates {
  const defined = Float64Array.from(values.filter((value) => value !== null)).sort()
  const undefinedOnes = values.length - defined.length
  return { values: defined, undefinedShare: values.length === 0 ? null : undefinedOnes / values.length }
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
  const below = replicates.values.filter((value) => value < threshold).length
  return { value: below / replicates.values.length }
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
