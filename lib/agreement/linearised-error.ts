import type { AgreementWeight } from './agreement-weights'
import type { ChanceCorrected } from './chance-corrected'
import { type Interval, noInterval } from './estimate'
import { eachUnit, type ReliabilityData, type UnitValues } from './reliability-data'
import { studentQuantile } from './student-t'
import { agreementWithin } from './unit-agreement'

/** How sure a coefficient is if units are a random sample, coders are given and units independent. */
export interface LinearisedError {
  /** Standard error; null where it is undefined. */
  se: number | null
  /** 95 %. */
  interval: Interval
}

export const noError: LinearisedError = { se: null, interval: noInterval('no_estimate') }

/** A coefficient and how each unit moves it. */
export type Linearised = ChanceCorrected & {
  weight: AgreementWeight
  /** 2 (p_e|u - p_e): how far the values of unit u move the chance agreement. Only for units with a value. */
  shiftOf: (unit: UnitValues) => number
}

/**
 * The linearised variance of Gwet (2008; 2014, ch. 5, as in irrCAC 1.4): every unit u has a value of its own,
 * kappa_u = (n / n') (p_o|u - p_e) / (1 - p_e) - 2 (1 - kappa) (p_e|u - p_e) / (1 - p_e),
 * the first part 0 where it has a single value; v = sum_u (kappa_u - kappa)^2 / (n (n - 1)).
 * n = units with a value, n' = units with two.
 */
export function linearisedError(data: ReliabilityData, of: Linearised): LinearisedError {
  const { value: kappa, expectedAgreement: chance, weight, shiftOf } = of
  if (kappa === null || chance === null) return noError
  const { n, pairable } = unitNumbers(data)
  let squares = 0
  eachUnit(data, (unit) => {
    if (unit.total === 0) return
    const excess = unit.total < 2 ? 0 : (n / pairable) * (agreementWithin(unit, weight) - chance)
    squares += ((excess - (1 - kappa) * shiftOf(unit)) / (1 - chance) - kappa) ** 2
  })
  return studentError(kappa, Math.sqrt(squares / (n * (n - 1))), n)
}

/** n, the units with a value, and n', those with two. */
export function unitNumbers(data: ReliabilityData): { n: number; pairable: number } {
  const numbers = { n: 0, pairable: 0 }
  eachUnit(data, ({ total }) => {
    if (total >= 1) numbers.n += 1
    if (total >= 2) numbers.pairable += 1
  })
  return numbers
}

/**
 * A standard error with its t interval around the coefficient, n - 1 degrees of freedom for n units with a value: cut at
 * 1, the highest value there is, not below. Neither exists for a single unit.
 */
export function studentError(value: number, se: number, n: number): LinearisedError {
  if (n < 2 || !Number.isFinite(se)) return { se: null, interval: noInterval('one_unit') }
  const reach = studentQuantile(n - 1) * se
  return { se, interval: { low: value - reach, high: Math.min(1, value + reach) } }
}
