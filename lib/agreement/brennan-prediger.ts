import { type AgreementWeight, identityWeight, totalWeight } from './agreement-weights'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected'
import { type LinearisedError, linearisedError } from './linearised-error'
import { percentAgreement } from './percent-agreement'
import type { ReliabilityData } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/**
 * Brennan and Prediger's kappa_n (1981, pp. 687-699): every category is equally likely by chance, p_e = sum_kl w_kl / q^2.
 * The S of Bennett, Alpert & Goldstein (1954) and Randolph's (2005) free-marginal kappa are the same.
 * @param agreement from `unitAgreement`, can be summed over documents
 * @param q number of categories there are to choose from, used or not
 * Undefined without a unit that has two values, and where there is only one category.
 */
export function brennanPrediger(
  agreement: ArrayLike<number>,
  q: number,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected {
  const observed = percentAgreement(agreement)
  return chanceCorrected(observed, q === 0 ? 0 : totalWeight(q, weight) / (q * q))
}

/** Brennan and Prediger's kappa of a table with its linearised standard error: no unit moves p_e. */
export function brennanPredigerOfTable(
  data: ReliabilityData,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected & LinearisedError {
  const estimate = brennanPrediger(unitAgreement(data, { weight }), data.categories.length, weight)
  return { ...estimate, ...linearisedError(data, { ...estimate, weight, shiftOf: () => 0 }) }
}
