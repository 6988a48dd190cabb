import { type Estimate, type Interval, undefinedReasons } from './estimate'

/** Krippendorff (2019, ch. 12): below this no conclusions, between the two tentative ones only. */
export const tentativeThreshold = 0.667
export const reliableThreshold = 0.8

/** The accepted risk that alpha falls short of the threshold. */
const risk = 0.05

export type VerdictWord = 'meets' | 'tentative' | 'not_sufficient' | 'inconclusive' | 'not_computable'

export interface Verdict {
  word: VerdictWord
  /** Why it cannot be said; null where the interval decided. */
  reason: string | null
}

/** What the verdict rests on. */
export interface VerdictGrounds {
  alpha: Estimate
  interval: Interval
  /** P(alpha < alphaMin) for the code's own preset minimum. */
  belowMinimum: Estimate
  /** P(alpha < .667). */
  belowTentative: Estimate
}

/**
 * The house rule of this report: alpha meets the minimum if P(alpha < minimum) <= .05; it is tentative if
 * P(alpha < .667) <= .05; not sufficient if the upper limit lies below .667; else the data are too few to say.
 */
export function verdictOn({ alpha, interval, belowMinimum, belowTentative }: VerdictGrounds): Verdict {
  if (alpha.value === null) return { word: 'not_computable', reason: undefinedReasons[alpha.undefined] }
  if (interval.low === null) return { word: 'inconclusive', reason: undefinedReasons[interval.undefined] }
  if (isAcceptable(belowMinimum)) return { word: 'meets', reason: null }
  if (isAcceptable(belowTentative)) return { word: 'tentative', reason: null }
  if (interval.high < tentativeThreshold) return { word: 'not_sufficient', reason: null }
  return { word: 'inconclusive', reason: 'The interval is too wide to say: too few data.' }
}

function isAcceptable(below: Estimate): boolean {
  return below.value !== null && below.value <= risk
}
