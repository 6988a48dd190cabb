import type { Span } from '@/lib/text/spans'
import type { Places } from '../shaping/places'
import type { Positions } from './positions'

/**
 * The stretch a selection stands for, in code points: without white space at its ends, widened to whole characters.
 * @param from position of the selection's start in the ProseMirror document
 * @param to position of its end
 * @param wholeWords whether it grows to whole words
 * @returns null when nothing but white space is selected
 */
export function selectedSpan(
  positions: Positions,
  places: Places,
  from: number,
  to: number,
  wholeWords = false,
): Span | null {
  const span = places.fit({ start: positions.toCodePoint(from), end: positions.toCodePoint(to) })
  return span && wholeWords ? places.wholeWords(span) : span
}
