import { piecesOf, segmenterFor, type Utf16Range } from './segmenter'

/** A hashtag or an account name: the sign and the word after it are one token. */
const tagged = /(?<![\p{L}\p{N}_])[#@＃＠][\p{L}\p{M}\p{N}_]+/gu

/**
 * The word tokens of a stretch of text as UTF-16 ranges, in order: words and numbers ("1,250.5" is one), no
 * punctuation. Words as UAX #29 and the engine's dictionaries find them; #Two_Words and @an_account are one token each.
 */
export function tokensOf(text: string, segmenter: Intl.Segmenter): Utf16Range[] {
  const tags = Array.from(text.matchAll(tagged), (match) => ({ from: match.index, to: match.index + match[0].length }))
  const words = piecesOf(text, segmenter).flatMap(({ from, to, isWord }) =>
    isWord ? [{ from, to: withoutControls(text, to) }] : [],
  )
  return tags.length === 0 ? words : mergeOverlapping([...words, ...tags])
}

/** A segmenter to hand to `tokensOf`. */
export function wordSegmenter(language: string): Intl.Segmenter {
  return segmenterFor(language, 'word')
}

/** UAX #29 counts invisible controls, e.g. the end of an isolate, to the word before them; a reader does not. */
function withoutControls(text: string, to: number): number {
  let end = to
  while (/\p{Cf}/u.test(text.charAt(end - 1))) end -= 1
  return end
}

function mergeOverlapping(ranges: Utf16Range[]): Utf16Range[] {
  const merged: Utf16Range[] = []
  for (const range of ranges.sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  return merged
}
