import { type AgreementWeight, identityWeight } from './agreement-weights'
import { chanceCorrected } from './chance-corrected'
import { type Estimate, noEstimate } from './estimate'
import { type LinearisedError, linearisedError } from './linearised-error'
import type { ReliabilityData } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/** Percent agreement p_o as a share, from `unitAgreement`. Undefined without a unit that has two values. */
export function percentAgreement(sums: ArrayLike<number>): Estimate {
  const [agreement = 0, importance = 0] = Array.from(sums)
  return importance === 0 ? noEstimate('no_pairable_unit') : { value: agreement / importance }
}

/** Percent agreement of a table as the mean over units, with its standard error: no chance agreement is taken off. */
export function percentAgreementOfTable(
  data: ReliabilityData,
  weight: AgreementWeight = identityWeight,
): Estimate & LinearisedError {
  const estimate = percentAgreement(unitAgreement(data, { weight }))
  const error = linearisedError(data, { ...chanceCorrected(estimate, 0), weight, shiftOf: () => 0 })
  return { ...estimate, ...error }
}
