/** A stretch of a text in code points, half-open [start, end). */
export interface Span {
  start: number
  end: number
}

/** The stretch that two spans share; null when they share nothing. */
export function intersection(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start)
  const end = Math.min(one.end, other.end)
  return start < end ? { start, end } : null
}

/** Spans out of flat pairs [start0, end0, start1, end1, ...], the way units are stored. */
export function pairs(flat: readonly number[]): Span[] {
  const spans: Span[] = []
  for (let i = 0; i + 1 < flat.length; i += 2) spans.push({ start: flat[i] ?? 0, end: flat[i + 1] ?? 0 })
  return spans
}

/** Flat pairs out of spans: the reverse of `pairs`. */
export function flatten(spans: readonly Span[]): number[] {
  return spans.flatMap((span) => [span.start, span.end])
}

/**
 * What kind of character stands at each code point of one text. Made once per text; then each question about a span
 * costs O(1), apart from trimming, which costs the white space it removes.
 */
export class CharacterKinds {
  /** Length of the text in code points. */
  readonly length: number
  readonly #white: Uint8Array
  /** At i: how many letters and digits stand before the code point i. */
  readonly #lettersBefore: Uint32Array

  constructor(text: string) {
    this.#white = new Uint8Array(text.length)
    this.#lettersBefore = new Uint32Array(text.length + 1)
    let offset = 0
    for (const character of text) {
      this.#white[offset] = isWhite(character) ? 1 : 0
      this.#lettersBefore[offset + 1] = (this.#lettersBefore[offset] ?? 0) + (isLetterOrDigit(character) ? 1 : 0)
      offset += 1
    }
    this.length = offset
  }

  /** Whether the code point at this offset is white space (U+00A0 and the byte-order mark included). */
  isWhite(offset: number): boolean {
    return this.#white[offset] === 1
  }

  /** How many letters and digits the span covers. */
  lettersIn(span: Span): number {
    return (this.#lettersBefore[span.end] ?? 0) - (this.#lettersBefore[span.start] ?? 0)
  }

  /** Whether the span covers at least one letter or digit. White space and punctuation alone count for nothing. */
  coversLetterOrDigit(span: Span): boolean {
    return this.lettersIn(span) > 0
  }

  /** Whether a unit has the code of a span: the span covers at least one letter or digit of the unit. */
  unitHasSpan(unit: Span, span: Span): boolean {
    const shared = intersection(unit, span)
    return shared !== null && this.coversLetterOrDigit(shared)
  }

  /** The span without the white space at both of its ends; null when nothing else is in it. */
  trim(span: Span): Span | null {
    let { start, end } = span
    while (start < end && this.isWhite(start)) start += 1
    while (end > start && this.isWhite(end - 1)) end -= 1
    return start < end ? { start, end } : null
  }
}

/**
 * A span without the white space at both of its ends; null when nothing else is in it.
 * For many spans of one text keep a CharacterKinds and call its `trim`.
 */
export function trimSpan(text: string, span: Span): Span | null {
  return new CharacterKinds(text).trim(span)
}

function isWhite(character: string): boolean {
  return character <= ' ' ? character === ' ' || (character >= '\t' && character <= '\r') : /[\s\u0085]/.test(character)
}

function isLetterOrDigit(character: string): boolean {
  return character < '\u0080' ? /[0-9A-Za-z]/.test(character) : /[\p{L}\p{N}]/u.test(character)
}
