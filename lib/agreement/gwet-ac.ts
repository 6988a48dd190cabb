import { type AgreementWeight, identityWeight, totalWeight } from './agreement-weights'
import { categoryShares, meanOverValues, proportions } from './category-shares'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected'
import { noEstimate } from './estimate'
import { type LinearisedError, linearisedError } from './linearised-error'
import { percentAgreement } from './percent-agreement'
import type { ReliabilityData, UnitValues } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/**
 * Gwet's AC1 (2008, pp. 29-48) and, with weights, AC2 (2014, ch. 3):
 * p_e = T_w / (q (q - 1)) sum_k pi_k (1 - pi_k), T_w = sum_kl w_kl. From `unitAgreement` and `categoryShares`, which can
 * be summed over documents; q counts all categories there are to choose from.
 * Undefined without a unit that has two values, and where there is only one category.
 */
export function gwetAc(
  agreement: ArrayLike<number>,
  shares: ArrayLike<number>,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected {
  const observed = percentAgreement(agreement)
  if (observed.value !== null && shares.length === 1) {
    return { ...noEstimate('no_variation'), observedAgreement: observed.value, expectedAgreement: null }
  }
  const spread = proportions(shares).reduce((sum, pi) => sum + pi * (1 - pi), 0)
  return chanceCorrected(observed, chanceFactor(shares.length, weight) * spread)
}

/** Gwet's AC1 or AC2 of a table with its linearised standard error: p_e|u = T_w / (q (q - 1)) sum_k (1 - pi_k) r_uk / r_u. */
export function gwetAcOfTable(
  data: ReliabilityData,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected & LinearisedError {
  const shares = categoryShares(data)
  const estimate = gwetAc(unitAgreement(data, { weight }), shares, weight)
  const factor = chanceFactor(shares.length, weight)
  const others = proportions(shares).map((pi) => 1 - pi)
  const chance = estimate.expectedAgreement ?? 0
  const shiftOf = (unit: UnitValues) => 2 * (factor * meanOverValues(unit, others) - chance)
  return { ...estimate, ...linearisedError(data, { ...estimate, weight, shiftOf }) }
}

function chanceFactor(q: number, weight: AgreementWeight): number {
  return q < 2 ? 0 : totalWeight(q, weight) / (q * (q - 1))
}
