import { percentileInterval, type Replicates, shareBelow } from '../bootstrap'
import { type Estimate, type Interval, noEstimate, noInterval, type UndefinedReason } from '../estimate'
import { reliableThreshold, tentativeThreshold } from '../verdict'
import type { AlphaUncertainty } from './agreement-report'
import type { ReportGrounds } from './grounds'

/**
 * How sure an alpha is, by its bootstrap distribution. An undefined alpha has no interval, nor has one from documents of
 * which every draw is the same.
 */
export function alphaUncertainty(
  grounds: ReportGrounds,
  alpha: Estimate,
  replicates: Replicates,
  alphaMin: number,
): AlphaUncertainty {
  const reason = whyNoInterval(grounds, alpha)
  const below = (threshold: number) => (reason ? noEstimate(reason) : shareBelow(replicates, threshold))
  return {
    interval: intervalOf(grounds, alpha, replicates),
    undefinedShare: replicates.undefinedShare,
    belowTentative: below(tentativeThreshold),
    belowReliable: below(reliableThreshold),
    belowMinimum: below(alphaMin),
  }
}

/** The 95 % interval of a figure. */
export function intervalOf(grounds: ReportGrounds, figure: { value: number | null }, replicates: Replicates): Interval {
  const reason = whyNoInterval(grounds, figure)
  return reason ? noInterval(reason) : percentileInterval(replicates)
}

function whyNoInterval(grounds: ReportGrounds, figure: { value: number | null }): UndefinedReason | null {
  if (figure.value === null) return 'no_estimate'
  if (grounds.documents.length < 2) return 'one_document'
  const wereDrawn = grounds.draws.replicates > 0 || grounds.request.replicates === 0
  return wereDrawn ? null : 'one_document_per_stratum'
}
