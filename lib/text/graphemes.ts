import { countWhile } from '../count-while'
import { piecesOf, type Utf16Range } from './segmenter'
import type { Span } from './spans'

/**
 * All but the characters that are common in texts and never join a neighbour of their own kind: Latin, Greek, Cyrillic,
 * Hebrew and Arabic letters, punctuation, kana, Han, Hangul syllables. An optimisation alone: segmenting is slow.
 */
const mayJoin =
  /[^\0-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u2010-\u2027\u2030-\u205f\u20a0-\u20bf\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+|\r\n/g

/**
 * The code-point offsets that lie inside a grapheme cluster (what a reader takes for one character): between a letter
 * and its combining marks, within an emoji sequence, between CR and LF. No span starts or ends there. Ascending.
 * Clusters as Unicode UAX #29 defines them, in the edition this JavaScript engine has.
 */
export function graphemeInteriors(text: string): number[] {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const interiors: number[] = []
  let utf16 = 0
  let codePoint = 0
  for (const { from, to } of stretchesThatMayJoin(text)) {
    // Between the stretches every UTF-16 unit is a code point and a cluster of its own.
    codePoint += from - utf16
    utf16 = to
    for (const cluster of piecesOf(text.slice(from, to), segmenter)) {
      const size = countCodePoints(text.slice(from + cluster.from, from + cluster.to))
      for (let inside = 1; inside < size; inside += 1) interiors.push(codePoint + inside)
      codePoint += size
    }
  }
  return interiors
}

/** The only stretches worth segmenting, with one character at each side: marks join what stands before them. */
function stretchesThatMayJoin(text: string): Utf16Range[] {
  const stretches: Utf16Range[] = []
  for (const match of text.matchAll(mayJoin)) {
    const from = Math.max(match.index - 1, 0)
    const to = Math.min(match.index + match[0].length + 1, text.length)
    const last = stretches.at(-1)
    if (last && from < last.to) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** Index of the first interior that is not below the offset. */
function firstFrom(interiors: readonly number[], offset: number): number {
  return countWhile(interiors.length, (i) => (interiors[i] ?? 0) < offset)
}

/** Whether a span may start or end at this code-point offset. */
export function isGraphemeBoundary(interiors: readonly number[], offset: number): boolean {
  return interiors[firstFrom(interiors, offset)] !== offset
}

/** The offset itself, or the next grapheme boundary to its left. */
export function boundaryBefore(interiors: readonly number[], offset: number): number {
  let boundary = offset
  for (let i = firstFrom(interiors, offset); interiors[i] === boundary; i -= 1) boundary -= 1
  return boundary
}

/** The offset itself, or the next grapheme boundary to its right. */
export function boundaryAfter(interiors: readonly number[], offset: number): number {
  let boundary = offset
  for (let i = firstFrom(interiors, offset); interiors[i] === boundary; i += 1) boundary += 1
  return boundary
}

/** The smallest span on grapheme boundaries that holds the given one, within a text of `length` code points. */
export function snapToGraphemes(interiors: readonly number[], span: Span, length: number): Span {
  return {
    start: Math.max(0, boundaryBefore(interiors, span.start)),
    end: Math.min(length, boundaryAfter(interiors, span.end)),
  }
}
