import type { PresenceLevel } from '../../agreement/report/document-statistics'
import { countWhile } from '../../count-while'
import { pairs, type Span } from '../../text/spans'
import type { UnitDocument } from '../unit-index'
import type { CountedText } from './counted-text'

/** A text cut into units. Units are named by their places, from 0. */
export interface UnitCut {
  units: number
  /** The places of the units that get the code of this segment (a span of the whole text); may be empty. */
  reached(segment: Span): Span
}

/**
 * Each code point a unit, white space included; a segment reaches those it covers.
 * @param ends whether segments lose the white space at their ends first
 */
export function characterCut(text: CountedText, ends: 'trimmed' | 'untrimmed'): UnitCut {
  return {
    units: text.length,
    reached: (segment) => (ends === 'trimmed' ? text.trimmed(segment) : text.positionsOf(segment)),
  }
}

/**
 * The frozen units of a level, as far as they have a letter or digit that counts; a segment reaches those of which it
 * covers at least one.
 */
export function wholeUnits(document: UnitDocument, text: CountedText, level: FrozenLevel): UnitCut {
  const { starts, ends } = lettersOfUnits(document, text, level)
  return { units: starts.length, reached: (segment) => touched(starts, ends, text.lettersOf(segment)) }
}

/** The same units, but a segment reaches only those that hold at least half of its letters and digits. */
export function halfUnits(document: UnitDocument, text: CountedText, level: FrozenLevel): UnitCut {
  const { starts, ends } = lettersOfUnits(document, text, level)
  const reached = (segment: Span) => {
    const letters = text.lettersOf(segment)
    const holdsHalf = (place: number) => {
      const shared = Math.min(ends[place] ?? 0, letters.end) - Math.max(starts[place] ?? 0, letters.start)
      return 2 * shared >= letters.end - letters.start
    }
    let { start, end } = touched(starts, ends, letters)
    while (start < end && !holdsHalf(start)) start += 1
    while (end > start && !holdsHalf(end - 1)) end -= 1
    return { start, end }
  }
  return { units: starts.length, reached }
}

export type FrozenLevel = Exclude<PresenceLevel, 'character'>

/** The letters of each unit that has any: ascending, since units are sorted and disjoint. */
function lettersOfUnits(document: UnitDocument, text: CountedText, level: FrozenLevel) {
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const unit of unitSpans(document, level)) {
    const { start, end } = text.lettersOf(unit)
    if (start === end) continue
    starts.push(start)
    ends.push(end)
  }
  return { starts, ends }
}

function unitSpans(document: UnitDocument, level: FrozenLevel): Span[] {
  if (level === 'document') return [{ start: 0, end: document.length }]
  return pairs({ token: document.tokens, sentence: document.sentences, paragraph: document.paragraphs }[level])
}

function touched(starts: readonly number[], ends: readonly number[], letters: Span): Span {
  const start = howManyUpTo(ends, letters.start)
  if (letters.start >= letters.end) return { start, end: start }
  return { start, end: Math.max(start, howManyUpTo(starts, letters.end - 1)) }
}

/** How many of the ascending numbers are at most `limit`. */
function howManyUpTo(numbers: readonly number[], limit: number): number {
  return countWhile(numbers.length, (i) => (numbers[i] ?? 0) <= limit)
}
