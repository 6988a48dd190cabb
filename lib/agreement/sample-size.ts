import { type Estimate, noEstimate } from './estimate'
import { normalQuantile } from './sample-size-normal'

export interface MinimumSize {
  /** Share of the values that say present, or of the rarest category. */
  prevalence: number
  /** The alpha that must be reached. */
  alphaMin: number
  /** Risk of accepting data as reliable that are not, one-sided; .05 by default. */
  significance?: number
}

/**
 * Krippendorff's minimum number of units (2019, ch. 12, after Bloch & Kraemer 1989), two coders:
 * N = 2 z^2 [ (1 + a)(3 - a) / (4 (1 - a) p (1 - p)) - a ], rounded up; a = alphaMin, p = prevalence. It is twice the
 * number with which an alpha midway between the minimum and 1 has its lower limit at the minimum. The manual of ATLAS.ti
 * (sample size and decision rules) has the number of coders in place of the 2 and counts codings, units times coders: as
 * many units for any number of coders, and half of those here. Here N are units for any number of coders, the stricter
 * reading. Undefined for a code that is always or never present, and for a minimum of 1.
 * @throws RangeError when a number is outside 0 to 1
 */
export function minimumUnits({ prevalence: p, alphaMin: a, significance = 0.05 }: MinimumSize): Estimate {
  requireShare(p, 'prevalence')
  requireShare(a, 'minimum')
  if (p === 0 || p === 1) return noEstimate('no_variation')
  if (a === 1) return noEstimate('perfect_minimum')
  const spread = ((1 + a) * (3 - a)) / (4 * (1 - a) * p * (1 - p)) - a
  return { value: Math.ceil(2 * printedQuantile(significance) ** 2 * spread) }
}

/** z as the tables print it, with four decimals: 1.6449 for .05. The published sizes were computed with it. */
function printedQuantile(significance: number): number {
  return Math.round(normalQuantile(1 - significance) * 10_000) / 10_000
}

/**
 * How many units two coders' percent agreement needs (Lacy & Riffe 1996), to the nearest whole, as published:
 * n = [ (N - 1) SE^2 + P (1 - P) N ] / [ (N - 1) SE^2 + P (1 - P) ]. It plans percent agreement; whether alpha is high
 * enough is decided with `minimumUnits` or `planSample`.
 * @param population N, all units of the study
 * @param expected P, the agreement expected
 * @param standardError SE; .03 keeps a one-sided 95 % limit five points below P
 */
export function unitsForPercentAgreement(population: number, expected: number, standardError = 0.03): number {
  requireShare(expected, 'agreement')
  const fixed = (population - 1) * standardError ** 2
  const variance = expected * (1 - expected)
  return Math.round((fixed + variance * population) / (fixed + variance))
}

/** @throws RangeError when the number is not from 0 to 1 */
export function requireShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`The ${what} must be from 0 to 1; it is ${value}`)
}
