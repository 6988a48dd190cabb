import type { Estimate } from '../estimate'
import { minimumUnits } from '../sample-size'
import type { ReportedVariable } from './agreement-report'

/**
 * How many units the presence of a code needs at the least for its preset minimum, where there are fewer: a verdict on
 * fewer is provisional. Null where there are enough, and where no such number is known.
 */
export function provisionalSize(
  { kind, alphaMin }: ReportedVariable,
  units: number,
  prevalence: Estimate,
): { unitsNeeded: number } | null {
  if ((kind !== 'code_presence' && kind !== 'framing') || prevalence.value === null) return null
  const needed = minimumUnits({ prevalence: prevalence.value, alphaMin }).value
  return needed !== null && units < needed ? { unitsNeeded: needed } : null
}
