import type { DocumentView } from '@/lib/coding/coding-view'
import { countWhile } from '@/lib/count-while'
import { codePointLength } from '@/lib/text/code-points'
import { boundaryAfter, boundaryBefore, snapToGraphemes } from '@/lib/text/graphemes'
import { type Span, trimSpan } from '@/lib/text/spans'
import type { Positions } from '../reading/positions'

/** An end of a stretch. */
export type Side = 'start' | 'end'
/** Forward or back in the order of the text. */
export type Direction = 1 | -1
/** How far an edge is nudged at once. */
export type Stride = 'character' | 'word'

/** Number of the first pair of a flat list whose value on this side is above (or, with `orAt`, at) the offset. */
function firstBeyond(flat: readonly number[], side: Side, offset: number, orAt: boolean): number {
  return countWhile(flat.length / 2, (i) => {
    const value = flat[2 * i + (side === 'end' ? 1 : 0)] ?? 0
    return orAt ? value < offset : value <= offset
  })
}

/**
 * Where a stretch of a frozen text may start and end: between whole characters as readers see them (graphemes), with no
 * white space at either end. All offsets are code points.
 */
export class Places {
  constructor(
    private readonly document: Pick<DocumentView, 'graphemeInteriors' | 'length' | 'tokens'>,
    private readonly positions: Positions,
  ) {}

  /** The stretch without white space at its ends, widened to whole characters; null when nothing else is in it. */
  fit(span: Span): Span | null {
    const text = this.positions.slice(span)
    const inner = trimSpan(text, { start: 0, end: codePointLength(text) })
    if (!inner) return null
    const trimmed = { start: span.start + inner.start, end: span.start + inner.end }
    return snapToGraphemes(this.document.graphemeInteriors, trimmed, this.document.length)
  }

  /** The stretch widened to whole words at either end. */
  wholeWords(span: Span): Span {
    return { start: this.#wordAround(span.start).start, end: this.#wordAround(span.end).end }
  }

  /** The offset, or where the character begins that it lies in. */
  boundary(offset: number): number {
    return boundaryBefore(this.document.graphemeInteriors, offset)
  }

  /** The next place of a character's end or start; null beyond the text. */
  beside(offset: number, direction: Direction): number | null {
    const next = offset + direction
    if (next < 0 || next > this.document.length) return null
    const { graphemeInteriors } = this.document
    return direction === 1 ? boundaryAfter(graphemeInteriors, next) : boundaryBefore(graphemeInteriors, next)
  }

  /** Whether nothing but white space stands between two offsets. */
  isBlank(span: Span): boolean {
    return span.start >= span.end || this.fit(span) === null
  }

  /** The next place in this direction where a stretch may have this edge; null when there is none. */
  step(offset: number, side: Side, stride: Stride, direction: Direction): number | null {
    return stride === 'word' ? this.#wordEdge(offset, side, direction) : this.#characterEdge(offset, side, direction)
  }

  #characterEdge(offset: number, side: Side, direction: Direction): number | null {
    for (let place = this.beside(offset, direction); place !== null; place = this.beside(place, direction)) {
      const other = this.beside(place, side === 'start' ? 1 : -1)
      if (other === null) continue
      if (!this.isBlank({ start: Math.min(place, other), end: Math.max(place, other) })) return place
    }
    return null
  }

  #wordEdge(offset: number, side: Side, direction: Direction): number | null {
    const { tokens, graphemeInteriors, length } = this.document
    const number =
      direction === 1 ? firstBeyond(tokens, side, offset, false) : firstBeyond(tokens, side, offset, true) - 1
    const [start, end] = [tokens[2 * number], tokens[2 * number + 1]]
    return start === undefined || end === undefined
      ? null
      : snapToGraphemes(graphemeInteriors, { start, end }, length)[side]
  }

  /** The word that an offset lies inside of; nothing but the offset between words. */
  #wordAround(offset: number): Span {
    const { tokens, graphemeInteriors, length } = this.document
    const number = firstBeyond(tokens, 'end', offset, false)
    const [start, end] = [tokens[2 * number], tokens[2 * number + 1]]
    if (start === undefined || end === undefined || start >= offset) return { start: offset, end: offset }
    return snapToGraphemes(graphemeInteriors, { start, end }, length)
  }
}
