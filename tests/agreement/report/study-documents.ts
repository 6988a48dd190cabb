import { coderPairs } from '@/lib/agreement/contingencies'
import type { CodedSpan } from '@/lib/agreement/continuum'
import {
  type DocumentStatistics,
  type LevelStatistics,
  type PresenceLevel,
  type PresenceTables,
  type PresenceVariant,
  presenceLevels,
  type ValueTable,
} from '@/lib/agreement/report/document-statistics'
import { matchSpans } from '@/lib/agreement/span-matching'
import { codes, family, spanDocument } from './unitizing-documents'

/** One document as its coders left it. */
export interface StudyDocument {
  documentId: string
  /** Sorted; one without a span found nothing. */
  coders: readonly string[]
  sentences: number
  spans: readonly CodedSpan[]
  /** Spans as other rules of counting see them. */
  variants?: Partial<Record<PresenceVariant, readonly CodedSpan[]>>
  numbers?: Record<string, (number | null)[]>
  variables?: Record<string, (string | null)[]>
}

/** Characters of a unit; a sentence is three tokens, a paragraph three sentences. */
const unitSizes = { character: 1, token: 4, sentence: 12, paragraph: 36 }
export const sentenceLength = unitSizes.sentence

/** Unit by unit, coder by coder, the codes given, sorted: what the statistics are counted from, and what tests recount. */
export function codedUnits(document: StudyDocument, level: PresenceLevel, spans = document.spans): string[][][] {
  const length = document.sentences * sentenceLength
  const size = level === 'document' ? Math.max(1, length) : unitSizes[level]
  return Array.from({ length: Math.ceil(length / size) }, (_, unit) =>
    document.coders.map((coder) => {
      const reaching = spans.filter((span) => span.start < (unit + 1) * size && span.end > unit * size)
      return [...new Set(reaching.filter((span) => span.coder === coder).map(({ code }) => code))].sort()
    }),
  )
}

/** What a document contributes, counted unit by unit and pair by pair. */
export function studyDocument(document: StudyDocument): DocumentStatistics {
  const { documentId, coders, sentences, spans } = document
  const continuum = { length: sentences * sentenceLength, coders: [...coders], spans: [...spans] }
  const ofSpans = spanDocument(documentId, continuum)
  return {
    ...ofSpans,
    levels: everyLevel((level) => levelStatistics(codedUnits(document, level))),
    variants: {
      certain_only: variantTables(document, 'certain_only'),
      with_boilerplate: variantTables(document, 'with_boilerplate'),
      half_of_span: variantTables(document, 'half_of_span'),
      untrimmed: variantTables(document, 'untrimmed'),
    },
    codes: Object.fromEntries(
      Object.entries(ofSpans.codes).map(([code, own]) => [code, { ...own, attributes: attributesOf(document, code) }]),
    ),
    families: Object.fromEntries(
      Object.entries(ofSpans.families).map(([key, own]) => [key, { ...own, confusion: confusionOf(document) }]),
    ),
    numbers: document.numbers ?? {},
    variables: document.variables ?? {},
  }
}

function everyLevel<Result>(at: (level: PresenceLevel) => Result): Record<PresenceLevel, Result> {
  return {
    character: at('character'),
    token: at('token'),
    sentence: at('sentence'),
    paragraph: at('paragraph'),
    document: at('document'),
  }
}

function variantTables(document: StudyDocument, variant: PresenceVariant) {
  const spans = document.variants?.[variant]
  const levels = spans ? presenceLevels : []
  return Object.fromEntries(levels.map((level) => [level, presenceTables(codedUnits(document, level, spans ?? []))]))
}

function levelStatistics(units: readonly string[][][]): LevelStatistics {
  const known = units.map((unit) => unit.map((own) => own.filter((code) => codes.includes(code)).join('|')))
  return { ...presenceTables(units), sets: { [family.key]: valueTable(known) } }
}

function presenceTables(units: readonly string[][][]): PresenceTables {
  const given = [...new Set(units.flat(2))].sort()
  const presence = given.map((code) => {
    const counts = coderPairs(units[0]?.length ?? 0).flatMap(([i, j]) => {
      const has = (coder: number) => units.map((unit) => unit[coder]?.includes(code) ?? false)
      const [one, other] = [has(i), has(j)]
      const count = (first: boolean, second: boolean) =>
        one.filter((mark, unit) => mark === first && other[unit] === second).length
      return [count(true, false), count(false, true), count(true, true)]
    })
    return [code, counts] as const
  })
  return { units: units.length, presence: Object.fromEntries(presence) }
}

/** @param units unit by unit, coder by coder a value; null = none */
function valueTable(units: readonly (readonly (string | null)[])[]): ValueTable {
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort()
  const counts = new Map<string, number>()
  for (const unit of units) {
    coderPairs(unit.length).forEach(([i, j], pair) => {
      const places = [unit[i] ?? null, unit[j] ?? null].map((value) => (value === null ? -1 : values.indexOf(value)))
      const cell = JSON.stringify([pair, ...places])
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
    })
  }
  return { values, cells: [...counts].flatMap(([cell, times]) => [...(JSON.parse(cell) as number[]), times]) }
}

/** The stance a coder took in a span: one coder in five spans another than the others. */
function stanceOf({ coder, start }: CodedSpan): string {
  const stances = ['endorses', 'rejects', 'relays']
  const differs = (start + coder.charCodeAt(coder.length - 1)) % 5 === 0 ? 1 : 0
  return stances[(Math.floor(start / sentenceLength) + differs) % stances.length] ?? ''
}

function attributesOf({ coders, spans }: StudyDocument, code: string) {
  const cells: ValueTable = { values: ['endorses', 'rejects', 'relays'], cells: [] }
  coderPairs(coders.length).forEach(([i, j], pair) => {
    const [one, other] = [i, j].map((place) =>
      spans.filter((span) => span.coder === coders[place] && span.code === code),
    )
    for (const { a, b } of matchSpans(one ?? [], other ?? [])) {
      const stances = [one?.[a], other?.[b]].map((span) => (span ? cells.values.indexOf(stanceOf(span)) : -1))
      cells.cells.push(pair, ...stances, 1)
    }
  })
  return { author_stance: { overlap: cells, iou50: cells } }
}

function confusionOf({ coders, spans }: StudyDocument): ValueTable {
  const values = ['', ...codes]
  const cells: number[] = []
  coderPairs(coders.length).forEach(([i, j], pair) => {
    const of = (place: number) => spans.filter((span) => span.coder === coders[place] && codes.includes(span.code))
    const [one, other] = [of(i), of(j)]
    const partners = matchSpans(one, other)
    const place = (span: CodedSpan | undefined) => values.indexOf(span?.code ?? '')
    for (const { a, b } of partners) cells.push(pair, place(one[a]), place(other[b]), 1)
    one.forEach((span, a) => {
      if (!partners.some((match) => match.a === a)) cells.push(pair, place(span), 0, 1)
    })
    other.forEach((span, b) => {
      if (!partners.some((match) => match.b === b)) cells.push(pair, 0, place(span), 1)
    })
  })
  return { values, cells }
}
