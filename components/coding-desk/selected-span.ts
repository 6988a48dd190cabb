import type { DocumentView } from '@/lib/coding/coding-view'
import { snapToGraphemes } from '@/lib/text/graphemes'
import type { Span } from '@/lib/text/spans'
import type { Positions } from './positions'

/** The text between two offsets without the white space at its ends, as offsets; null when nothing is left. */
function trimmed(positions: Positions, span: Span): Span | null {
  const characters = [...positions.slice(span)]
  const isWhite = (character: string | undefined) => character !== undefined && /^[\s\u0085]$/.test(character)
  let start = 0
  let end = characters.length
  while (start < end && isWhite(characters[start])) start += 1
  while (end > start && isWhite(characters[end - 1])) end -= 1
  return start < end ? { start: span.start + start, end: span.start + end } : null
}

/**
 * The stretch a selection stands for, in code points: without white space at its ends, widened to whole characters.
 * @param from position of the selection's start in the ProseMirror document
 * @param to position of its end
 * @returns null when nothing but white space is selected
 */
export function selectedSpan(document: DocumentView, positions: Positions, from: number, to: number): Span | null {
  const span = trimmed(positions, { start: positions.toCodePoint(from), end: positions.toCodePoint(to) })
  return span && snapToGraphemes(document.graphemeInteriors, span, document.length)
}
