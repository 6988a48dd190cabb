import { type AgreementWeight, identityWeight } from './agreement-weights'
import { independentAgreement, proportions } from './category-shares'
import { type ChanceCorrected, chanceCorrected } from './chance-corrected'
import { type LinearisedError, linearisedError, unitNumbers } from './linearised-error'
import { percentAgreement } from './percent-agreement'
import { missing, type ReliabilityData, type UnitValues } from './reliability-data'
import { unitAgreement } from './unit-agreement'

/** How often each coder gave each category, one list of q counts per coder. Can be summed over documents. */
export function coderMarginals({ coders, categories, values }: ReliabilityData): Float64Array[] {
  const marginals = Array.from({ length: coders }, () => new Float64Array(categories.length))
  values.forEach((category, cell) => {
    const own = marginals[cell % coders]
    if (own && category !== missing) own[category] = (own[category] ?? 0) + 1
  })
  return marginals
}

/**
 * Conger's kappa (1980, pp. 322-328; with missing values and weights Gwet 2014, ch. 2-3), also called Hubert's: each coder
 * has chance marginals of their own, p_e = mean over ordered pairs of coders g, h of sum_kl w_kl p_gk p_hl, p_gk over
 * the units coder g coded. A coder without any value is left out. From `unitAgreement` and `coderMarginals`.
 * Undefined without a unit that has two values, and where all values are one category.
 */
export function congerKappa(
  agreement: ArrayLike<number>,
  marginals: readonly ArrayLike<number>[],
  weight: AgreementWeight = identityWeight,
): ChanceCorrected {
  const p = marginals.map(proportions).filter((own) => own.some((part) => part > 0))
  const all = totals(p)
  // All pairs of coders, less each with themselves.
  const own = p.reduce((sum, pg) => sum + independentAgreement(pg, pg, weight), 0)
  const pairs = p.length * (p.length - 1)
  return chanceCorrected(percentAgreement(agreement), (independentAgreement(all, all, weight) - own) / pairs)
}

/** Conger's kappa of a table with its linearised standard error (Gwet 2014, ch. 5). */
export function congerKappaOfTable(
  data: ReliabilityData,
  weight: AgreementWeight = identityWeight,
): ChanceCorrected & LinearisedError {
  const marginals = coderMarginals(data)
  const estimate = congerKappa(unitAgreement(data, { weight }), marginals, weight)
  return {
    ...estimate,
    ...linearisedError(data, { ...estimate, weight, shiftOf: chanceShift(data, marginals, weight) }),
  }
}

/**
 * 2 (p_e|u - p_e) = 2 / (r (r - 1)) sum over coders g of u: (n / n_g) (c_gk - C_g), k being g's value, c_gk the chance
 * of k to meet the other coders, and C_g its mean over all that g coded.
 */
function chanceShift(data: ReliabilityData, marginals: readonly Float64Array[], weight: AgreementWeight) {
  const p = marginals.map(proportions)
  const r = p.filter((own) => own.some((part) => part > 0)).length
  const { n } = unitNumbers(data)
  const all = totals(p)
  const effects = p.map((own, g) => {
    const ng = marginals[g]?.reduce((sum, count) => sum + count, 0) ?? 0
    const others = all.map((part, k) => part - (own[k] ?? 0))
    const c = others.map((_, l) => others.reduce((sum, part, k) => sum + weight(k, l) * part, 0))
    const mean = c.reduce((sum, chance, k) => sum + chance * (own[k] ?? 0), 0)
    return c.map((chance) => (n / ng) * (chance - mean))
  })
  return ({ row }: UnitValues) => {
    const sum = effects.reduce((total, ofCoder, g) => {
      const value = data.values[row * data.coders + g] ?? missing
      return value === missing ? total : total + (ofCoder[value] ?? 0)
    }, 0)
    return (2 * sum) / (r * (r - 1))
  }
}

function totals(p: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(p[0]?.length ?? 0)
  for (const own of p) {
    own.forEach((part, k) => {
      sums[k] = (sums[k] ?? 0) + part
    })
  }
  return sums
}
