import {
  collectReplicates,
  percentileInterval,
  type Replicates,
  type Resampling,
  resampledSums,
  samplesDrawn,
  shareBelow,
} from './bootstrap'
import { type DocumentStatistics, emptyMatrix, statisticsOf } from './document-statistics'
import { type Estimate, noEstimate, noInterval } from './estimate'
import { krippendorffAlpha } from './krippendorff-alpha'
import type { AlphaUncertainty } from './reliability-report'
import { reliableThreshold, tentativeThreshold } from './verdict'

/** For each code the bootstrap distribution of alpha; all codes share the draws. */
export function alphaReplicates(
  documents: readonly DocumentStatistics[],
  codes: readonly string[],
  resampling: Resampling,
): Replicates[] {
  const rows = documents.map((document) =>
    codes.flatMap((code) => statisticsOf(document, code)?.coincidences ?? emptyMatrix),
  )
  const values: (number | null)[][] = codes.map(() => [])
  const drawn = { ...resampling, replicates: samplesDrawn(documents.length, resampling) }
  for (const sum of resampledSums(rows, drawn)) {
    values.forEach((ofCode, i) => {
      const matrix = sum.subarray(i * emptyMatrix.length, (i + 1) * emptyMatrix.length)
      ofCode.push(krippendorffAlpha(matrix).value)
    })
  }
  return values.map(collectReplicates)
}

/**
 * How sure an alpha is, by its bootstrap distribution. An undefined alpha has no interval, nor has one from a single
 * document, of which every draw is the same.
 */
export function alphaUncertainty(
  alpha: Estimate,
  replicates: Replicates,
  grounds: { documents: number; alphaMin: number },
): AlphaUncertainty {
  const reason = alpha.value === null ? 'no_estimate' : grounds.documents < 2 ? 'one_document' : null
  const below = (threshold: number) => (reason ? noEstimate(reason) : shareBelow(replicates, threshold))
  return {
    interval: reason ? noInterval(reason) : percentileInterval(replicates),
    undefinedShare: replicates.undefinedShare,
    belowTentative: below(tentativeThreshold),
    belowReliable: below(reliableThreshold),
    belowMinimum: below(grounds.alphaMin),
  }
}
