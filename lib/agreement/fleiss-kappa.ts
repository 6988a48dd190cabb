import { type AgreementWeight, identityWeight } from './agreement-weights'
import { categoryShares, independentAgreement, meanOverValues, proportions } from './category-shares'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected'
import { type LinearisedError, linearisedError } from './linearised-error'
import { percentAgreement } from './percent-agreement'
import { missing, type ReliabilityData, type UnitValues, unitCount } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/**
 * Fleiss' kappa (Fleiss 1971, pp. 378-382; with missing values and weights Gwet 2014, ch. 2-3):
 * p_e = sum_kl w_kl pi_k pi_l. From `unitAgreement` and `categoryShares`, which can be summed over documents.
 * Undefined without a unit that has two values, and where all values are one category.
 */
export function fleissKappa(
  agreement: ArrayLike<number>,
  shares: ArrayLike<number>,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected {
  const pi = proportions(shares)
  return chanceCorrected(percentAgreement(agreement), independentAgreement(pi, pi, weight))
}

/** Fleiss' kappa of a table with its linearised standard error: p_e|u = sum_k w_k. r_uk / r_u. */
export function fleissKappaOfTable(
  data: ReliabilityData,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected & LinearisedError {
  const shares = categoryShares(data)
  const estimate = fleissKappa(unitAgreement(data, { weight }), shares, weight)
  const pi = proportions(shares)
  const likeness = pi.map((_, k) => pi.reduce((sum, ofL, l) => sum + weight(k, l) * ofL, 0))
  const chance = estimate.expectedAgreement ?? 0
  const shiftOf = (unit: UnitValues) => 2 * (meanOverValues(unit, likeness) - chance)
  return { ...estimate, ...linearisedError(data, { ...estimate, weight, shiftOf }) }
}

/**
 * Standard error of unweighted Fleiss' kappa if coders agreed by chance alone (Fleiss, Nee & Landis 1979, pp. 974-977):
 * sqrt(2) / (P sqrt(n m (m - 1))) sqrt(P^2 - sum_k p_k q_k (q_k - p_k)) with P = sum_k p_k q_k and q_k = 1 - p_k.
 * Null where a value is missing, since the paper has none, and where kappa is undefined.
 */
export function fleissNullError(data: ReliabilityData): number | null {
  const [n, m] = [unitCount(data), data.coders]
  if (n === 0 || m < 2 || data.values.includes(missing)) return null
  const p = proportions(categoryShares(data))
  const P = p.reduce((sum, pk) => sum + pk * (1 - pk), 0)
  if (P === 0) return null
  const skew = p.reduce((sum, pk) => sum + pk * (1 - pk) * (1 - 2 * pk), 0)
  return Math.sqrt((2 * (P * P - skew)) / (n * m * (m - 1))) / P
}
