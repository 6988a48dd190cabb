import { countText } from '../formats/agreement-report/numbers'
import type { Drawing } from './svg'

/** "the first 30 of 351 pairs"; nothing where these are all. */
export function first(most: number, all: readonly unknown[], noun: string): string[] {
  return all.length > most ? [`the first ${most} of ${countText(all.length)} ${noun}`] : []
}

/** @param shown what a plot shows where it does not show all */
export function withLeftOut(drawing: Drawing, shown: readonly string[]): Drawing {
  return shown.length === 0 ? drawing : { ...drawing, leftOut: `The plot shows ${shown.join(' and ')}.` }
}
