import { categoryTotals } from './coincidences'
import { type Estimate, noEstimate } from './estimate'

/**
 * Specific agreement on one category (Dice 1945; Spitzer & Fleiss 1974; Cicchetti & Feinstein 1990): if a coder gave
 * it, how probable is it that another coder of the same unit gave it too; o_kk / n_k from Krippendorff's coincidence
 * matrix, 2a / (2a + b + c) for two coders. Its value for presence is positive specific agreement (PSA), which is the F1
 * of two coders (Hripcsak & Rothschild 2005); for absence negative specific agreement (NSA).
 * Undefined without a unit that has two values, and where nobody gave the category.
 */
export function specificAgreement(o: ArrayLike<number>, k: number): Estimate {
  const totals = categoryTotals(o)
  const ofK = totals[k] ?? 0
  if (totals.every((total) => total === 0)) return noEstimate('no_pairable_unit')
  return ofK === 0 ? noEstimate('category_unused') : { value: (o[k * totals.length + k] ?? 0) / ofK }
}
