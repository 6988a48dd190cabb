import type { ChanceCorrected } from './chance-corrected'
import type { Estimate, UndefinedReason } from './estimate'
import type { AlphaEstimate } from './krippendorff-alpha'
import type { LinearisedError } from './linearised-error'

/** A statistic as the command line prints it. A field that does not apply or is undefined is not there. */
export interface StatisticResult {
  value: number | null
  /** Why there is no value; see `undefinedReasons` for the sentence. */
  undefined?: UndefinedReason
  se?: number
  /** Standard error if the coefficient were 0. */
  se_null?: number
  ci95?: [number, number]
  observed_agreement?: number
  expected_agreement?: number
  observed_disagreement?: number
  expected_disagreement?: number
  /** Values in units that have at least two. */
  n_pairable?: number
}

/** Every field an estimate has, under its printed name. */
export function statisticResult(
  estimate: Estimate & Partial<ChanceCorrected> & Partial<AlphaEstimate> & Partial<LinearisedError>,
  seNull?: number | null,
): StatisticResult {
  const { interval, pairableValues } = estimate
  return {
    ...(estimate.value === null ? { value: null, undefined: estimate.undefined } : { value: estimate.value }),
    ...field('observed_agreement', estimate.observedAgreement),
    ...field('expected_agreement', estimate.expectedAgreement),
    ...field('observed_disagreement', estimate.observedDisagreement),
    ...field('expected_disagreement', estimate.expectedDisagreement),
    // The coincidences are fractions; the count itself is whole.
    ...field('n_pairable', pairableValues === undefined ? undefined : Math.round(pairableValues)),
    ...field('se', estimate.se),
    ...field('se_null', seNull),
    ...(interval && interval.low !== null ? { ci95: [interval.low, interval.high] } : {}),
  }
}

function field<Name extends string>(name: Name, value: number | null | undefined): { [Key in Name]?: number } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [Key in Name]: number })
}
