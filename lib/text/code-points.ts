import { countWhile } from '../count-while'

/**
 * Offsets in this system count Unicode code points; JavaScript strings count UTF-16 code units. The two differ by
 * the number of surrogate pairs before a place, so it is enough to know where those pairs are.
 */

/** UTF-16 offsets of the first half of every surrogate pair, ascending. A lone surrogate counts as one code point. */
function surrogatePairs(text: string): number[] {
  return Array.from(text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g), (match) => match.index)
}

/** Converts offsets of one text between UTF-16 code units and code points, in O(log n) of its surrogate pairs. */
export class CodePointIndex {
  readonly text: string
  /** Length of the text in code points. */
  readonly length: number
  readonly #pairs: number[]

  constructor(text: string) {
    this.text = text
    this.#pairs = surrogatePairs(text)
    this.length = text.length - this.#pairs.length
  }

  /**
   * The code-point offset of a UTF-16 offset; one in the middle of a surrogate pair counts as the pair's start.
   * @throws RangeError outside [0, text.length]
   */
  toCodePoint(utf16: number): number {
    requireOffset(utf16, this.text.length)
    return utf16 - countWhile(this.#pairs.length, (i) => (this.#pairs[i] ?? 0) < utf16)
  }

  /**
   * The UTF-16 offset of a code-point offset.
   * @throws RangeError outside [0, length]
   */
  toUtf16(codePoint: number): number {
    requireOffset(codePoint, this.length)
    return codePoint + countWhile(this.#pairs.length, (i) => (this.#pairs[i] ?? 0) - i < codePoint)
  }

  /** The text of the code points [start, end). */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end))
  }
}

function requireOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`Offset ${offset} is not a place in a text of length ${length}`)
  }
}

/** Length of a text in code points. */
export function codePointLength(text: string): number {
  return text.length - surrogatePairs(text).length
}

/**
 * The text of the code points [start, end). For many slices of one text keep a CodePointIndex.
 * @throws RangeError when an offset lies outside the text
 */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return new CodePointIndex(text).slice(start, end)
}
