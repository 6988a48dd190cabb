import type { Interval } from '../../agreement/estimate'

/** Figures as papers print them, and words around them. */

/** Three decimals, since thresholds have three; no leading zero; a true minus sign. */
export function coefficientText(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}

/** A change of a coefficient: with a sign, also of what rose. */
export function changeText(change: number): string {
  const text = coefficientText(change)
  return Number(change.toFixed(3)) > 0 ? `+${text}` : text
}

/** A probability counted in a few thousand samples: never exactly 0 or 1. */
export function probabilityText(value: number): string {
  if (value < 0.001) return '< .001'
  return value > 0.999 ? '> .999' : coefficientText(value)
}

/** A share as a percentage with one decimal, without its sign. */
export function percentText(share: number): string {
  return (100 * share).toFixed(1)
}

/** A whole number with its thousands apart. */
export function countText(count: number): string {
  return count.toLocaleString('en')
}

/** [.710, .930], or null where there is none. */
export function intervalText(interval: Interval): string | null {
  if (interval.low === null) return null
  return `[${coefficientText(interval.low)}, ${coefficientText(interval.high)}]`
}

/** "1 sentence", "1,200 sentences". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

/** Running text whose figures stay on one line with their signs. */
export function unbroken(text: string): string {
  return text.replaceAll(' %', '\u00a0%').replaceAll('α = ', 'α\u00a0=\u00a0')
}

/** Words people wrote, without the line breaks and tabs that would break a table. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
