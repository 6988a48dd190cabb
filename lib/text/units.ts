import { CodePointIndex } from './code-points'
import { boundaryAfter, graphemeInteriors } from './graphemes'
import { linesOf } from './paragraphs'
import type { Utf16Range } from './segmenter'
import { sentenceSegmenter, sentencesOf } from './sentences'
import { CharacterKinds, flatten, type Span } from './spans'
import { tokensOf, wordSegmenter } from './tokens'

/** The units of one text as they are stored with the document, all in code points. */
export interface FrozenUnits {
  /** Length of the text. */
  length: number
  /** Flat pairs [start0, end0, start1, end1, ...], sorted and disjoint; so are sentences and tokens. */
  paragraphs: number[]
  sentences: number[]
  tokens: number[]
  /** Offsets inside a grapheme cluster, where no span may start or end. */
  graphemeInteriors: number[]
}

/**
 * Computes the units of a text, once, at import. Each token lies in one sentence, each sentence in one paragraph; none
 * starts or ends on white space or inside a grapheme cluster.
 * @param text with LF as line end
 * @param language BCP 47 tag; "und" when unknown
 */
export function freezeUnits(text: string, language: string): FrozenUnits {
  const interiors = graphemeInteriors(text)
  const toSpans = spanMaker(text, interiors)
  const sentences = sentenceSegmenter(language)
  const words = wordSegmenter(language)
  const lines = linesOf(text)
  const sentenceRanges = lines.flatMap((line) => within(text, line, (part) => sentencesOf(part, sentences)))
  const tokenRanges = sentenceRanges.flatMap((range) => within(text, range, (part) => tokensOf(part, words)))
  return {
    length: new CodePointIndex(text).length,
    paragraphs: flatten(toSpans(lines)),
    sentences: flatten(toSpans(sentenceRanges)),
    tokens: flatten(toSpans(tokenRanges)),
    graphemeInteriors: interiors,
  }
}

/** Cuts one range of the text further; the parts in offsets of the whole text. */
function within(text: string, range: Utf16Range, cut: (part: string) => Utf16Range[]): Utf16Range[] {
  return cut(text.slice(range.from, range.to)).map(({ from, to }) => ({ from: range.from + from, to: range.from + to }))
}

/**
 * Turns ranges into trimmed spans on grapheme boundaries. Both ends move to the right (never outwards), so that
 * neighbours stay disjoint and what lay inside another unit stays inside.
 */
function spanMaker(text: string, interiors: readonly number[]): (ranges: Utf16Range[]) => Span[] {
  const index = new CodePointIndex(text)
  const kinds = new CharacterKinds(text)
  const settle = (span: Span): Span[] => {
    const trimmed = kinds.trim(span)
    if (!trimmed) return []
    const start = boundaryAfter(interiors, trimmed.start)
    const end = boundaryAfter(interiors, trimmed.end)
    if (start >= end) return []
    return kinds.isWhite(start) ? settle({ start, end }) : [{ start, end }]
  }
  return (ranges) =>
    ranges.flatMap(({ from, to }) => settle({ start: index.toCodePoint(from), end: index.toCodePoint(to) }))
}
