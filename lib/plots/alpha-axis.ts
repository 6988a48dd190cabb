import type { Estimate, Interval } from '../agreement/estimate'
import { reliableThreshold, tentativeThreshold } from '../agreement/verdict'
import { coefficientText, intervalText } from '../formats/agreement-report/numbers'

/** Where an axis of alpha begins: at 0, or further left where a value or an interval is negative, in fifths. */
export function alphaStart(figures: readonly { alpha: Estimate; interval: Interval }[]): number {
  const lowest = Math.min(0, ...figures.flatMap(({ alpha, interval }) => [alpha.value ?? 0, interval.low ?? 0]))
  return Math.floor(lowest * 5) / 5
}

/** Ticks of that axis: its ends, 0 and the two thresholds. */
export function alphaTicks(start: number): number[] {
  return [...new Set([start, 0, tentativeThreshold, reliableThreshold, 1])]
}

/** A tick of an alpha axis: 0 and 1 as they are, thresholds with their three decimals, else what is needed. */
export function alphaTick(value: number): string {
  if (value === tentativeThreshold || value === reliableThreshold) return coefficientText(value)
  return String(Math.round(value * 10) / 10)
    .replace('-', '−')
    .replace('0.', '.')
}

/** .812 [.710, .930]; without an interval .812 [—]; undefined as words. */
export function alphaText({ alpha, interval }: { alpha: Estimate; interval: Interval }): string {
  if (alpha.value === null) return 'not computable'
  return `${coefficientText(alpha.value)} ${intervalText(interval) ?? '[—]'}`
}
