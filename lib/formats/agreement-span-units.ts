import type { CodedSpan, Continuum } from '../agreement/continuum'
import { UnitIndex } from '../coding/unit-index'
import { type UnitLevel, unitLevels } from '../coding/unit-levels'
import { AppError } from '../errors'
import { pairs, type Span } from '../text/spans'
import { type FrozenUnits, freezeUnits } from '../text/units'
import type { CodingByDocument } from './agreement-coding-figures'
import type { SpanDocument } from './agreement-span-rows'

export const spanUnits = ['character', ...unitLevels] as const
export type SpanUnit = (typeof spanUnits)[number]

/** A document cut into the units in which the presence of a code is counted. */
export interface CutDocument extends SpanDocument {
  units: number
  /** Visits the places of the units that a span reaches. */
  eachReached: (span: Span, visit: (place: number) => void) => void
  frozen: FrozenUnits | null
}

/**
 * Without a text, a character is a position and a document one unit that any span reaches. With one, units are those
 * of the app: see UnitIndex.
 * @throws AppError invalid when the unit needs a text that is not there
 */
export function cutDocument(document: SpanDocument, unit: SpanUnit): CutDocument {
  const { text, language, length, id } = document
  const frozen = text === undefined ? null : freezeUnits(text, language)
  if (unit === 'character') return { ...document, frozen, units: length, eachReached: eachPosition }
  if (frozen && text !== undefined) return { ...document, frozen, ...unitsIn({ text, ...frozen }, unit) }
  if (unit !== 'document') throw new AppError('invalid', `--unit ${unit} needs a text, and the document ${id} has none`)
  return { ...document, frozen, units: 1, eachReached: (_, visit) => visit(0) }
}

function unitsIn(document: FrozenUnits & { text: string }, unit: UnitLevel) {
  const index = new UnitIndex({ ...document, number: 1, regions: [] }, unit)
  return {
    units: index.units.length,
    eachReached: (span: Span, visit: (place: number) => void) => index.eachReached(span, visit),
  }
}

function eachPosition({ start, end }: Span, visit: (place: number) => void): void {
  for (let place = start; place < end; place += 1) visit(place)
}

/** Where a code is present: 1 or 0 for each unit and coder who looked at the document, null for the other coders. */
export function presenceOf(
  code: string,
  documents: readonly CutDocument[],
  coders: readonly string[],
): CodingByDocument {
  const table = coders.map((coder) => documents.flatMap((document) => presenceIn(document, coder, code)))
  const documentOfUnit = documents.flatMap(({ id, units }) => Array.from({ length: units }, () => id))
  return { table: { table, categories: [0, 1] }, documents: documentOfUnit }
}

function presenceIn({ coders, spans, units, eachReached }: CutDocument, coder: string, code: string) {
  const values: (0 | 1 | null)[] = new Array(units).fill(coders.includes(coder) ? 0 : null)
  for (const span of spans) {
    if (span.coder !== coder || span.code !== code) continue
    eachReached(span, (place) => {
      values[place] = 1
    })
  }
  return values
}

/** The documents as lines of positions, with their tokens where there is a text. */
export function continuaOf(documents: readonly CutDocument[]): Continuum[] {
  return documents.map(({ length, coders, spans, frozen }) => ({
    ...{ length, coders, spans },
    ...(frozen && { tokens: pairs(frozen.tokens) }),
  }))
}

/**
 * The documents as lines of their units, in which boundaries lie: a span goes from the first unit it reaches to the
 * last. One that reaches none has no place there.
 */
export function unitContinuaOf(documents: readonly CutDocument[]): Continuum[] {
  return documents.map((document) => ({
    length: document.units,
    coders: document.coders,
    spans: document.spans.flatMap((span) => inUnits(span, document)),
  }))
}

function inUnits(span: CodedSpan, { eachReached }: CutDocument): CodedSpan[] {
  let [start, end] = [Number.POSITIVE_INFINITY, 0]
  eachReached(span, (place) => {
    start = Math.min(start, place)
    end = place + 1
  })
  return end === 0 ? [] : [{ ...span, start, end }]
}
