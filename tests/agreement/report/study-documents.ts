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
    disagreements: { differences: differencesOf(document), clusters: null },
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
  const sets = units.map((unit) => unit.map((own) => own.filter((code) => codes.includes(code)).join('|')))
  const compared = sets.flatMap((unit) =>
    coderPairs(unit.length).map(([i, j], pair) => [pair, unit[i] ?? '', unit[j] ?? ''] as const),
  )
  return { ...presenceTables(units), sets: { [family.key]: valueTable(compared) } }
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

/** @param compared comparisons of two values by a pair of coders */
function valueTable(compared: readonly (readonly [pair: number, one: string, other: string])[]): ValueTable {
  const values = [...new Set(compared.flatMap(([, one, other]) => [one, other]))].sort()
  const counts = new Map<string, number>()
  for (const [pair, one, other] of compared) {
    const cell = JSON.stringify([pair, values.indexOf(one), values.indexOf(other)])
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return { values, cells: [...counts].flatMap(([cell, times]) => [...JSON.parse(cell), times]) }
}

/** The stance a coder took in a span: one coder in five spans another than the others. */
function stanceOf({ coder, start }: CodedSpan): string {
  const stances = ['endorses', 'rejects', 'relays']
  const differs = (start + coder.charCodeAt(coder.length - 1)) % 5 === 0 ? 1 : 0
  return stances[(Math.floor(start / sentenceLength) + differs) % stances.length] ?? ''
}

/** Spans of two coders pair by pair, matched by overlap. */
function matchedPairs({ coders, spans }: StudyDocument, isAsked: (span: CodedSpan) => boolean) {
  return coderPairs(coders.length).map(([i, j], pair) => {
    const of = (place: number) => spans.filter((span) => span.coder === coders[place] && isAsked(span))
    const [one, other] = [of(i), of(j)]
    return { pair, one, other, matches: matchSpans(one, other) }
  })
}

function attributesOf(document: StudyDocument, code: string) {
  const compared = matchedPairs(document, (span) => span.code === code).flatMap(({ pair, one, other, matches }) =>
    matches.flatMap(({ a, b }) => {
      const [left, right] = [one[a], other[b]]
      return left && right ? [[pair, stanceOf(left), stanceOf(right)] as const] : []
    }),
  )
  return { author_stance: { overlap: valueTable(compared), iou50: valueTable(compared) } }
}

/** Spans of a code without a partner, and pairs of spans with two codes, by pair of coders. */
function differencesOf(document: StudyDocument) {
  const { values, cells } = confusionOf(document)
  const pairs = coderPairs(document.coders.length).length
  const differences: Record<string, Record<string, number[]>> = {}
  for (let from = 0; from < cells.length; from += 4) {
    const [pair = 0, one = 0, other = 0, times = 0] = cells.slice(from, from + 4)
    const given = [values[one] ?? '', values[other] ?? ''].filter((code) => code !== '')
    if (one === other) continue
    const type = given.length === 2 ? 'D3' : 'D1'
    for (const subject of ['all', ...given.map((code) => `code:${code}`)]) {
      const types = differences[subject] ?? {}
      const counts = types[type] ?? Array.from({ length: pairs }, () => 0)
      counts[pair] = (counts[pair] ?? 0) + times
      differences[subject] = { ...types, [type]: counts }
    }
  }
  return differences
}

function confusionOf(document: StudyDocument): ValueTable {
  const compared = matchedPairs(document, ({ code }) => codes.includes(code)).flatMap(
    ({ pair, one, other, matches }) => {
      const alone = (spans: readonly CodedSpan[], matched: readonly number[]) =>
        spans.filter((_, place) => !matched.includes(place)).map(({ code }) => code)
      return [
        ...matches.map(({ a, b }) => [pair, one[a]?.code ?? '', other[b]?.code ?? ''] as const),
        ...alone(
          one,
          matches.map(({ a }) => a),
        ).map((code) => [pair, code, ''] as const),
        ...alone(
          other,
          matches.map(({ b }) => b),
        ).map((code) => [pair, '', code] as const),
      ]
    },
  )
  return valueTable(compared)
}
