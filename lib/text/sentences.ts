import { beforeNumber, eitherWay, neverLast, sentenceStarters } from './abbreviations'
import { piecesOf, segmenterFor, type Utf16Range } from './segmenter'

/**
 * Cuts paragraphs into sentences: the boundaries of Unicode UAX #29 (by Intl.Segmenter), repaired where they are wrong
 * for news: abbreviations, initials, reported speech, ellipses and note markers. Intl.Segmenter takes no exceptions.
 */

const closing = '["”’»\u203a)\\]\']'
const opening = '["“‘„«\u2039(\\[\'¿¡]'

/** A note marker glued to the end of a sentence ("leaked.18 The", "leaked.[3] The"): it still belongs to it. */
const noteMarker = new RegExp(
  `(?<=\\p{L}{2}|\\p{L}${closing})[.!?…]${closing}*(?:(?:\\[\\d{1,3}\\])+|[⁰¹²³⁴-⁹]+|\\d{1,3})(?=\\s+${opening}*\\p{Lu}|\\s*$)`,
  'gu',
)

/** An ellipsis that ends a sentence: a capital follows. */
const ellipsis = new RegExp(`…${closing}*(?=\\s+${opening}*\\p{Lu})`, 'gu')

/** Closing quotation marks that were cut off from their sentence; before a letter they would be opening ones. */
const strayClosing = new RegExp(`${closing}+(?:\\s+|$)`, 'uy')

/** A segmenter to hand to `sentencesOf`. */
export function sentenceSegmenter(language: string): Intl.Segmenter {
  return segmenterFor(language, 'sentence')
}

/** The sentences of one paragraph as UTF-16 ranges, in order; together they cover it without a gap. */
export function sentencesOf(paragraph: string, segmenter: Intl.Segmenter): Utf16Range[] {
  const sentences: Utf16Range[] = []
  for (const candidate of candidatesOf(paragraph, segmenter)) {
    const last = sentences.at(-1)
    if (last && belongTogether(paragraph, last, candidate)) last.to = candidate.to
    else sentences.push(candidate)
  }
  return sentences
}

/** The paragraph cut wherever a sentence may end. A stretch without letters ("…", "***") joins the one before it. */
function candidatesOf(paragraph: string, segmenter: Intl.Segmenter): Utf16Range[] {
  const candidates: Utf16Range[] = []
  let from = 0
  for (const place of boundaries(paragraph, segmenter)) {
    const to = afterStrayClosing(paragraph, place)
    if (to <= from) continue
    const last = candidates.at(-1)
    if (last && !hasLetter(paragraph.slice(from, to))) last.to = to
    else candidates.push({ from, to })
    from = to
  }
  const [first, second, ...rest] = candidates
  if (!first || !second || hasLetter(paragraph.slice(first.from, first.to))) return candidates
  return [{ from: first.from, to: second.to }, ...rest]
}

/** Places where a sentence may end, ascending: those of UAX #29, and those it overlooks. */
function boundaries(paragraph: string, segmenter: Intl.Segmenter): number[] {
  const places = new Set(piecesOf(paragraph, segmenter).map((piece) => piece.to))
  for (const match of paragraph.matchAll(ellipsis)) places.add(match.index + match[0].length)
  for (const match of paragraph.matchAll(noteMarker)) {
    if (beforeNumber.has(lastWord(paragraph, match.index))) continue
    for (let inside = 1; inside < match[0].length; inside += 1) places.delete(match.index + inside)
    places.add(match.index + match[0].length)
  }
  return [...places].sort((one, other) => one - other)
}

function afterStrayClosing(paragraph: string, place: number): number {
  strayClosing.lastIndex = place
  return place + (strayClosing.exec(paragraph)?.[0].length ?? 0)
}

/** Whether the boundary between these two stretches cuts a sentence in two. */
function belongTogether(paragraph: string, before: Utf16Range, after: Utf16Range): boolean {
  // A glance at both sides is enough; looking at all of it would make a text of abbreviations quadratic.
  const end = paragraph.slice(Math.max(before.from, before.to - 60), before.to).trimEnd()
  const next = paragraph.slice(after.from, Math.min(after.to, after.from + 60))
  // “Go!” she said.
  if (/[!?][^\p{L}\p{N}]*$/u.test(end)) return /^\p{Ll}/u.test(next)
  return end.endsWith('.') && isOpenAbbreviation(lastWord(end, end.length - 1), next)
}

function isOpenAbbreviation(word: string, next: string): boolean {
  if (neverLast.has(word)) return true
  if (beforeNumber.has(word)) return /^\p{N}/u.test(next)
  // "U.S.", "J.", "Inc.": the sentence goes on unless the next word is one that usually opens a sentence.
  const ambiguous = eitherWay.has(word) || /^\p{L}(\.\p{L})*$/u.test(word)
  return ambiguous && !sentenceStarters.has(firstWord(next))
}

/** The word that ends at `end`, in lower case and without an opening quotation mark or bracket. */
function lastWord(text: string, end: number): string {
  const word = /\S+$/.exec(text.slice(Math.max(0, end - 40), end))?.[0] ?? ''
  return word.replace(/^[^\p{L}\p{N}§]+/u, '').toLowerCase()
}

function firstWord(text: string): string {
  return /[\p{L}\p{M}]+/u.exec(text)?.[0]?.toLowerCase() ?? ''
}

function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
