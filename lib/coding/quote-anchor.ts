import { CodePointIndex } from '../text/code-points'
import type { Span } from '../text/spans'

/** Which of several equal quotes is meant. */
export interface QuoteContext {
  /** A longer passage that the text has once and that holds the quote. */
  within?: string | undefined
  /** Counted from 1 over the whole text, or over `within` when given. */
  occurrence?: number | undefined
}

/** Why a quote has no place in a text; the message names the quote. */
export class QuoteAnchorError extends Error {
  override name = 'QuoteAnchorError'
  readonly reason: 'empty' | 'absent' | 'ambiguous'

  constructor(reason: QuoteAnchorError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/**
 * The place of an exact quote in a text, in code points. Nothing is normalised: a composed "é" does not find a
 * decomposed one.
 * @throws QuoteAnchorError when the quote is empty, absent, or found more than once and nothing says which is meant
 */
export function anchorQuote(text: string, quote: string, context: QuoteContext = {}): Span {
  const scope = context.within === undefined ? { from: 0, text } : only(text, context.within)
  const from = scope.from + place(scope.text, quote, context.occurrence)
  const index = new CodePointIndex(text)
  return { start: index.toCodePoint(from), end: index.toCodePoint(from + quote.length) }
}

function only(text: string, passage: string): { from: number; text: string } {
  return { from: place(text, passage, undefined), text: passage }
}

/** UTF-16 offset of the wanted occurrence of the quote. */
function place(text: string, quote: string, occurrence: number | undefined): number {
  const places = placesOf(text, quote)
  const wanted = places[(occurrence ?? 1) - 1]
  if (wanted === undefined) throw missing(quote, places.length, occurrence)
  if (occurrence === undefined && places.length > 1) {
    const message = `“${quote}” occurs ${places.length} times: say which by an occurrence or a longer passage`
    throw new QuoteAnchorError('ambiguous', message)
  }
  return wanted
}

/** UTF-16 offsets of all occurrences, those that overlap each other included. */
function placesOf(text: string, quote: string): number[] {
  if (quote === '') throw new QuoteAnchorError('empty', 'An empty quote has no place')
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

function missing(quote: string, found: number, occurrence: number | undefined): QuoteAnchorError {
  if (found === 0) return new QuoteAnchorError('absent', `“${quote}” does not occur`)
  return new QuoteAnchorError('absent', `“${quote}” has no occurrence ${occurrence}: it occurs ${found} times`)
}
