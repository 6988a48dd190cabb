import type { Difference } from './alpha-metrics'
import type { AlphaEstimate } from './krippendorff-alpha'
import { type LinearisedError, noError, studentError, unitNumbers } from './linearised-error'
import { eachUnit, type ReliabilityData, type UnitValues } from './reliability-data'
import { disagreementWithin } from './unit-disagreement'

/**
 * The linearised standard error of Krippendorff's alpha (Gwet 2014, ch. 5, as in irrCAC 1.4), which leaves the small
 * sample correction of D_e out: a = 1 - D_o / D_e with D_e = sum n_c n_k d2_ck / n^2. Every pairable unit u has a value
 * of its own, a_u = 1 - D_o|u / D_e + 2 (1 - a) (D_e|u - D_e) / D_e, both D|u corrected for how many values u has. Units with a
 * single value count only in the degrees of freedom of the interval.
 * @param alpha of this table
 * @param totals n_c, see `categoryTotals`
 * @param difference must not depend on how often values occur: not the ordinal one
 */
export function alphaError(
  data: ReliabilityData,
  alpha: AlphaEstimate,
  totals: readonly number[],
  difference: Difference,
): LinearisedError {
  const { value, observedDisagreement: observed, pairableValues: n } = alpha
  if (value === null || observed === null) return noError
  const distances = totals.map((_, c) => totals.reduce((sum, ofK, k) => sum + ofK * difference(c, k), 0) / n)
  const expected = totals.reduce((sum, ofC, c) => sum + ofC * (distances[c] ?? 0), 0) / n
  const { n: units, pairable } = unitNumbers(data)
  const meanSize = n / pairable
  const a = 1 - observed / expected
  let squares = 0
  eachUnit(data, (unit) => {
    if (unit.total < 2) return
    const surplus = (unit.total - meanSize) / meanSize
    const ofUnit = disagreementWithin(unit, difference) / meanSize - observed * surplus
    const chance = overUnit(unit, distances) / meanSize - expected * surplus
    squares += (1 - ofUnit / expected + (2 * (1 - a) * (chance - expected)) / expected - a) ** 2
  })
  return studentError(value, Math.sqrt(squares / (pairable * (pairable - 1))), units)
}

function overUnit({ counts, present }: UnitValues, ofCategory: readonly number[]): number {
  return present.reduce((sum, c) => sum + (counts[c] ?? 0) * (ofCategory[c] ?? 0), 0)
}
