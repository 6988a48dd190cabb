import { CharacterKinds, type Span } from '../../text/spans'
import type { UnitDocument } from '../unit-index'
import { unite } from '../united-spans'

/** Whether boilerplate is cut out of the text, as in all main figures, or counts like other text. */
export type BoilerplateRule = 'left_out' | 'counted'

/**
 * The part of a document's text that counts. Positions are code points of that part alone: where boilerplate is cut
 * out, the text before it and the text after it meet. Each question costs O(1), apart from the white space trimmed.
 */
export class CountedText {
  /** Positions. */
  readonly length: number
  /** Letters and digits. */
  readonly letters: number
  /** At i: how many positions, and how many letters and digits, stand before the code point i of the whole text. */
  readonly #positionsBefore: Uint32Array
  readonly #lettersBefore: Uint32Array
  readonly #white: Uint8Array

  constructor({ text, regions }: UnitDocument, rule: BoilerplateRule, kinds = new CharacterKinds(text)) {
    this.#positionsBefore = new Uint32Array(kinds.length + 1)
    this.#lettersBefore = new Uint32Array(kinds.length + 1)
    this.#white = new Uint8Array(kinds.length)
    const boilerplate = unite(regions.filter(({ kind }) => kind === 'boilerplate' && rule === 'left_out'))
    let [position, letters, region] = [0, 0, 0]
    for (let offset = 0; offset < kinds.length; offset += 1) {
      while ((boilerplate[region]?.end ?? Number.POSITIVE_INFINITY) <= offset) region += 1
      if (offset < (boilerplate[region]?.start ?? Number.POSITIVE_INFINITY)) {
        this.#white[position] = Number(kinds.isWhite(offset))
        position += 1
        letters += kinds.lettersIn({ start: offset, end: offset + 1 })
      }
      this.#positionsBefore[offset + 1] = position
      this.#lettersBefore[offset + 1] = letters
    }
    this.length = position
    this.letters = letters
  }

  /** The positions of a span of the whole text; empty when none of it counts. */
  positionsOf(span: Span): Span {
    return { start: at(this.#positionsBefore, span.start), end: at(this.#positionsBefore, span.end) }
  }

  /** Which of its letters and digits, counted from 0, a span of the whole text covers. */
  lettersOf(span: Span): Span {
    return { start: at(this.#lettersBefore, span.start), end: at(this.#lettersBefore, span.end) }
  }

  /** The positions of a span without white space at the ends; empty when nothing else is in it. */
  trimmed(span: Span): Span {
    let { start, end } = this.positionsOf(span)
    while (start < end && this.#white[start] === 1) start += 1
    while (end > start && this.#white[end - 1] === 1) end -= 1
    return { start, end }
  }
}

/** The count before an offset; offsets beyond the text stand for its end. */
function at(before: Uint32Array, offset: number): number {
  return before[Math.min(offset, before.length - 1)] ?? 0
}
