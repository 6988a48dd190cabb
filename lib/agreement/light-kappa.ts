import { cohenKappa } from './cohen-kappa'
import { type Estimate, noEstimate } from './estimate'

/**
 * Light's kappa (1971, pp. 365-377): the mean of Cohen's kappas of all pairs of coders, from their contingency tables.
 * Undefined where it is for one of the pairs, since leaving that pair out would be a choice of data.
 */
export function lightKappa(tables: readonly ArrayLike<number>[]): Estimate {
  const kappas = tables.map((table) => cohenKappa(table).value)
  const defined = kappas.filter((kappa) => kappa !== null)
  if (kappas.length === 0) return noEstimate('no_pairable_unit')
  if (defined.length === 0) return noEstimate('no_defined_pair')
  if (defined.length < kappas.length) return noEstimate('undefined_pair')
  return { value: defined.reduce((sum, kappa) => sum + kappa, 0) / defined.length }
}
