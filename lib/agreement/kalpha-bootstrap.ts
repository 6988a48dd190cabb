import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Metric, nominal } from './alpha-metrics'
import type { Replicates, Resampling } from './bootstrap'
import { coincidences } from './coincidences'
import { type Interval, noInterval } from './estimate'
import { type AlphaEstimate, krippendorffAlphaOfTable } from './krippendorff-alpha'
import { eachUnit, type ReliabilityData } from './reliability-data'

export interface KalphaBootstrap {
  alpha: AlphaEstimate
  /** At 95 %; order statistics as the macro takes them. Undefined where alpha is. */
  interval: Interval
  /** For the probability q that alpha falls short of a minimum, see shareBelow. Empty where alpha is undefined. */
  replicates: Replicates
}

/**
 * How many pairs a sample has: as many as the data (Hayes & Krippendorff 2007), or what version 3.0 of the macro KALPHA
 * (2011) draws, min(25 Q, (m - 1) n / 2), Q = cells of the coincidence matrix that are not 0: at most 100 of a presence.
 */
export type PairsDrawn = 'all' | 'macro_2011'

/**
 * The bootstrap of the macro KALPHA (Hayes & Krippendorff 2007), for comparison with its figures only. Pairs of values are
 * drawn from the coincidence matrix, each alike and all independent, alpha_b = 1 - sum of their M differences / (M D_e),
 * D_e as in the data; no lower than -1. Of the samples without any disagreement so many become 0 as are expected to hold
 * one value only, round(B sum_c (o_cc / n)^pairs), all of them if only one value ever agrees. Pairs of one unit and units
 * of one document are not independent, so the interval covers too little (Zapf et al. 2016): the report draws documents.
 */
export function kalphaBootstrap(
  data: ReliabilityData,
  resampling: Resampling,
  { metric = nominal, drawn = 'all' }: { metric?: Metric; drawn?: PairsDrawn } = {},
): KalphaBootstrap {
  const { alpha, difference } = krippendorffAlphaOfTable(data, metric)
  if (alpha.value === null) {
    const replicates = { values: new Float64Array(0), undefinedShare: null }
    return { alpha, interval: noInterval(alpha.undefined), replicates }
  }
  const matrix = coincidences(data)
  const pairs = pairCount(data)
  const kinds = pairKinds(matrix, difference)
  const filled = matrix.filter((count) => count > 0).length
  const size =
    drawn === 'all' ? pairs : Math.floor(Math.min(25 * filled, ((data.coders - 1) * alpha.pairableValues) / 2))
  const values = sampledAlphas(kinds, size, alpha.expectedDisagreement ?? 0, resampling)
  withoutVariation(values, kinds, pairs)
  values.sort()
  return { alpha, interval: orderStatistics(values), replicates: { values, undefinedShare: 0 } }
}

function pairCount(data: ReliabilityData): number {
  let pairs = 0
  eachUnit(data, ({ total }) => {
    pairs += (total * (total - 1)) / 2
  })
  return pairs
}

/** Unordered pairs of two values: their share, and how much they differ. */
interface PairKind {
  share: number
  difference: number
  same: boolean
}

function pairKinds(matrix: Float64Array, difference: (c: number, k: number) => number): PairKind[] {
  const n = matrix.reduce((sum, count) => sum + count, 0)
  const q = Math.round(Math.sqrt(matrix.length))
  const kinds: PairKind[] = []
  matrix.forEach((count, cell) => {
    const [c, k] = [Math.floor(cell / q), cell % q]
    if (c > k || count === 0) return
    kinds.push({ share: ((c === k ? 1 : 2) * count) / n, difference: difference(c, k), same: c === k })
  })
  return kinds
}

function sampledAlphas(
  kinds: readonly PairKind[],
  size: number,
  expected: number,
  { seed, replicates }: Resampling,
): Float64Array {
  const generator = xoroshiro128plus(seed)
  return Float64Array.from({ length: replicates }, () => {
    let observed = 0
    for (let draw = 0; draw < size; draw += 1) observed += kindAt(kinds, uniformFloat64(generator)).difference
    return Math.max(-1, 1 - observed / (size * expected))
  })
}

/** @param place from 0 to 1, along the shares */
function kindAt(kinds: readonly PairKind[], place: number): PairKind {
  let reached = 0
  for (const kind of kinds) {
    reached += kind.share
    if (place < reached) return kind
  }
  // The shares may add up to a hair less than 1.
  return kinds[kinds.length - 1] ?? { share: 0, difference: 0, same: true }
}

/** Takes samples without disagreement for 0 where they are to be counted as without variation, in place. */
function withoutVariation(values: Float64Array, kinds: readonly PairKind[], pairs: number): void {
  const agreeing = kinds.filter(({ same }) => same)
  const expected = agreeing.reduce((sum, { share }) => sum + share ** pairs, 0)
  let left = agreeing.length === 1 ? values.length : Math.round(values.length * expected)
  values.forEach((value, i) => {
    if (value !== 1 || left === 0) return
    values[i] = 0
    left -= 1
  })
}

function orderStatistics(sorted: Float64Array): Interval {
  const [low, high] = [Math.trunc(0.025 * sorted.length) - 1, Math.trunc(0.975 * sorted.length)]
  if (sorted.length === 0) return noInterval('no_replicates')
  return { low: sorted[Math.max(0, low)] ?? 0, high: sorted[Math.min(high, sorted.length - 1)] ?? 0 }
}
