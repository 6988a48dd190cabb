import { collectReplicates, percentileInterval, type Resampling, resampledSums } from '../agreement/bootstrap'
import type { UndefinedReason } from '../agreement/estimate'

/** What one statistic needs of each document, and its value from the sum over some of them. */
export interface SummableStatistic {
  /** One row per document, all of one length. */
  rows: readonly ArrayLike<number>[]
  figure: (sum: Float64Array) => number | null
}

/** A printed figure with its interval from the bootstrap; `ci95_undefined` says why there is none. */
export interface PrintedInterval {
  ci95: [number, number] | null
  ci95_undefined?: UndefinedReason | 'no_sums'
}

/**
 * The percentile interval over documents drawn with replacement; see bootstrap.ts. The same seed draws the same documents
 * for every statistic. A statistic that cannot be added up from documents (null) has none.
 */
export function bootstrapInterval(statistic: SummableStatistic | null, resampling: Resampling): PrintedInterval {
  if (!statistic) return { ci95: null, ci95_undefined: 'no_sums' }
  if (statistic.rows.length < 2) return { ci95: null, ci95_undefined: 'one_document' }
  const values: (number | null)[] = []
  for (const sum of resampledSums(statistic.rows, resampling)) values.push(statistic.figure(sum))
  const interval = percentileInterval(collectReplicates(values))
  if (interval.low === null) return { ci95: null, ci95_undefined: interval.undefined }
  return { ci95: [interval.low, interval.high] }
}

/** A printed figure with the interval of the bootstrap in place of any other. One without a value has none. */
export function withInterval<Figure extends { value?: number | null }>(
  { ci95: _, ...figure }: Figure & { ci95?: unknown },
  interval: () => PrintedInterval,
) {
  return typeof figure.value === 'number' ? { ...figure, ...interval() } : figure
}
