import { countWhile } from '../count-while'
import { CharacterKinds, intersection, pairs, type Span } from '../text/spans'
import type { DocumentView } from './coding-view'
import type { UnitLevel } from './unit-levels'
import { unite } from './united-spans'

/** What of a document decides its units: the frozen text, its frozen units and its regions. Offsets are code points. */
export type UnitDocument = Pick<
  DocumentView,
  'number' | 'text' | 'length' | 'paragraphs' | 'sentences' | 'tokens' | 'regions'
> &
  // Decides no unit, but which words at the ends of a span are articles.
  Partial<Pick<DocumentView, 'language'>>

/** A unit that counts. */
export interface Unit extends Span {
  /** From 1, among all frozen units of its level: those left out keep their number. */
  number: number
}

/**
 * The units of one document at one level, and which of them a span reaches. A unit counts when it has a letter or digit
 * outside boilerplate; what has none can hold no code and would be agreed on for nothing.
 */
export class UnitIndex {
  readonly units: readonly Unit[]
  readonly #kinds: CharacterKinds
  readonly #boilerplate: readonly Span[]

  constructor(document: UnitDocument, level: UnitLevel) {
    this.#kinds = new CharacterKinds(document.text)
    this.#boilerplate = unite(document.regions.filter((region) => region.kind === 'boilerplate'))
    this.units = frozenUnits(document, level)
      .map(({ start, end }, index) => ({ start, end, number: index + 1 }))
      .filter((unit) => this.#counts(unit))
  }

  /** Visits the places (in `units`) of the units of which the span covers at least one letter or digit. */
  eachReached(span: Span, visit: (place: number) => void): void {
    for (let place = this.#firstEndingAfter(span.start); place < this.units.length; place += 1) {
      const unit = this.units[place]
      if (!unit || unit.start >= span.end) return
      const whole = span.start <= unit.start && unit.end <= span.end
      if (whole || this.#counts(intersection(unit, span) ?? { start: 0, end: 0 })) visit(place)
    }
  }

  /** The span without white space at its ends; null when nothing else is in it. */
  trim(span: Span): Span | null {
    return this.#kinds.trim(span)
  }

  #counts(span: Span): boolean {
    let letters = this.#kinds.lettersIn(span)
    for (const region of this.#boilerplate) {
      const shared = intersection(span, region)
      if (shared) letters -= this.#kinds.lettersIn(shared)
    }
    return letters > 0
  }

  /** Units are sorted and disjoint, so their ends ascend. */
  #firstEndingAfter(offset: number): number {
    return countWhile(this.units.length, (i) => (this.units[i]?.end ?? 0) <= offset)
  }
}

function frozenUnits(document: UnitDocument, level: UnitLevel): Span[] {
  if (level === 'document') return [{ start: 0, end: document.length }]
  const flat = { token: document.tokens, sentence: document.sentences, paragraph: document.paragraphs }[level]
  return pairs(flat)
}
