import { type AgreementWeight, identityWeight } from './agreement-weights'
import { independentAgreement } from './category-shares'
import type { ChanceCorrected } from './chance-corrected'
import { contingencySums } from './contingency-sums'
import { noEstimate } from './estimate'

export type KappaEstimate = ChanceCorrected & {
  /** Units that both coders coded. */
  units: number
}

/**
 * Cohen's kappa (Cohen 1960, p. 40; weighted 1968, pp. 213-220) from the contingency table of two coders, flat, row by row:
 * kappa = (p_o - p_c) / (1 - p_c), p_c from each coder's own marginals.
 * Undefined without a shared unit, and where both coders used one and the same category (p_c = 1).
 */
export function cohenKappa(table: ArrayLike<number>, weight: AgreementWeight = identityWeight): KappaEstimate {
  const { n, agreed, rows, columns } = contingencySums(table, weight)
  if (n === 0) {
    return { ...noEstimate('no_pairable_unit'), observedAgreement: null, expectedAgreement: null, units: 0 }
  }
  const chance = independentAgreement(rows, columns, weight)
  const details = { observedAgreement: agreed / n, expectedAgreement: chance / (n * n), units: n }
  // Whole numbers up to here where weights are: the comparison is exact.
  if (chance === n * n) return { ...noEstimate('no_variation'), ...details }
  return { value: (n * agreed - chance) / (n * n - chance), ...details }
}
