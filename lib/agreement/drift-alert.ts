import { tolerableUndefinedShare } from './bootstrap'
import type { Interval } from './estimate'

/** One coder and one code at the end of the latest window of documents. */
export interface DriftCell {
  coder: string
  code: string
  alphaMin: number
  /** Alpha of the coder's documents, bootstrap sample by sample in the order drawn; null where undefined. */
  window: readonly (number | null)[]
  /** The same of the pilot's documents, drawn independently of the window's, as many samples. */
  pilot: readonly (number | null)[]
  /** Of alpha in the window, at 95 %. */
  interval: Interval
  /** Rate per 1,000 words in the windows so far, the latest last, and the limits it had. */
  rates: readonly { rate: number; limits: readonly [number, number] | null }[]
}

/**
 * Why somebody should look: alpha differs from the pilot's (with the median difference); even the upper limit of alpha is
 * below the minimum; the rate was outside its limits twice running.
 */
export type DriftReason =
  | { kind: 'differs_from_pilot'; difference: number }
  | { kind: 'below_minimum'; upper: number }
  | { kind: 'rate_outside_limits'; rate: number }

export interface DriftAlert {
  coder: string
  code: string
  reasons: DriftReason[]
}

/** Chance of any false alarm about a difference to the pilot, over all cells. */
const familywiseRisk = 0.05

/**
 * The cells that have drifted. A difference to the pilot counts only if its bootstrap interval excludes 0 after Holm's
 * correction (1979) over all cells: a plain drop of .10 in ten documents is common without any drift. The other two
 * reasons need no correction: the first is about the minimum, which the interval respects cell by cell, the second asks
 * for two exceedances in a row.
 * @throws RangeError when a cell has too few samples to tell a difference after the correction, or unequal numbers of them
 */
export function driftAlerts(cells: readonly DriftCell[]): DriftAlert[] {
  const differences = cells.map((cell) => differencesToPilot(cell, samplesForAlerts(cells.length)))
  const differing = rejectedByHolm(differences.map((values) => (values ? twoSidedProbability(values) : null)))
  return cells.flatMap(({ coder, code, alphaMin, interval, rates }, cell) => {
    const reasons: DriftReason[] = []
    const values = differences[cell]
    if (values && differing.has(cell)) reasons.push({ kind: 'differs_from_pilot', difference: medianOf(values) })
    if (interval.high !== null && interval.high < alphaMin) {
      reasons.push({ kind: 'below_minimum', upper: interval.high })
    }
    const last = rates.at(-1)
    if (last && isOutside(last) && isOutside(rates.at(-2))) {
      reasons.push({ kind: 'rate_outside_limits', rate: last.rate })
    }
    return reasons.length === 0 ? [] : [{ coder, code, reasons }]
  })
}

/**
 * How many bootstrap samples it takes to alert about one of so many cells: with fewer, even samples that all lie on one
 * side of 0 have a probability above Holm's first step.
 */
export function samplesForAlerts(cells: number): number {
  return Math.ceil((2 * Math.max(1, cells)) / familywiseRisk / (1 - tolerableUndefinedShare))
}

/** Sample by sample; null where there are none, or alpha is undefined in too many of them. */
function differencesToPilot({ coder, code, window, pilot }: DriftCell, needed: number): number[] | null {
  if (window.length !== pilot.length) throw new RangeError(`${coder}, ${code}: as many samples of pilot as of window`)
  if (window.length === 0) return null
  if (window.length < needed) throw new RangeError(`${coder}, ${code}: ${needed} samples are needed`)
  const values = window.flatMap((value, i) => {
    const before = pilot[i] ?? null
    return value === null || before === null ? [] : [value - before]
  })
  return values.length < (1 - tolerableUndefinedShare) * window.length ? null : values
}

/** Twice the smaller share of differences on one side of 0, the data counted as a sample (Davison & Hinkley 1997, ch. 4). */
function twoSidedProbability(differences: readonly number[]): number {
  const notAbove = differences.filter((difference) => difference <= 0).length
  const notBelow = differences.filter((difference) => difference >= 0).length
  return Math.min(1, (2 * (Math.min(notAbove, notBelow) + 1)) / (differences.length + 1))
}

/** The places whose probability Holm's step-down procedure rejects; null = no test, not counted. */
function rejectedByHolm(probabilities: readonly (number | null)[]): ReadonlySet<number> {
  const tests = probabilities.flatMap((probability, place) => (probability === null ? [] : [{ probability, place }]))
  tests.sort((one, other) => one.probability - other.probability)
  const held = tests.findIndex(({ probability }, step) => probability > familywiseRisk / (tests.length - step))
  return new Set(tests.slice(0, held < 0 ? tests.length : held).map(({ place }) => place))
}

function isOutside(point: DriftCell['rates'][number] | undefined): boolean {
  if (!point?.limits) return false
  return point.rate < point.limits[0] || point.rate > point.limits[1]
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
