import { contingencies } from '@/lib/agreement/contingencies'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import type { ReportedVariable, ReportRequest } from '@/lib/agreement/report/agreement-report'
import type { DocumentStatistics, LevelStatistics } from '@/lib/agreement/report/document-statistics'

/** Coder by coder the units of a document, 1 where the coder saw the code: { C01: '0110', C02: '0100' }. */
export type Marks = Readonly<Record<string, string>>

/**
 * What a document contributes in which coders marked sentences; each mark is an annotation too. By code.
 * @param words word tokens of the document
 */
export function markedDocument(
  documentId: string,
  codes: Readonly<Record<string, Marks>>,
  words = 100,
): DocumentStatistics {
  const coders = Object.keys(Object.values(codes)[0] ?? {}).sort()
  const entries = Object.entries(codes)
  const nothing: LevelStatistics = { units: 0, presence: {}, sets: {} }
  const units = Object.values(entries[0]?.[1] ?? {})[0]?.length ?? 0
  const sentence = {
    units,
    presence: Object.fromEntries(entries.map(([code, marks]) => [code, pairCounts(marks)])),
    sets: {},
  }
  return {
    ...{ documentId, coders, words },
    levels: { character: nothing, token: nothing, sentence, paragraph: nothing, document: nothing },
    variants: { certain_only: {}, with_boilerplate: {}, half_of_span: {}, untrimmed: {} },
    codes: Object.fromEntries(
      entries.map(([code, marks]) => [code, codeSpans(coders.map((coder) => marks[coder] ?? ''))]),
    ),
    ...{ families: {}, numbers: {}, disagreements: { differences: {}, clusters: null }, variables: {} },
  }
}

/** Units as rows of values, coders sorted. */
export function unitsOfMarks(marks: Marks): number[][] {
  const columns = Object.keys(marks)
    .sort()
    .map((coder) => Array.from(marks[coder] ?? '', Number))
  return Array.from(columns[0] ?? [], (_, unit) => columns.map((column) => column[unit] ?? 0))
}

function pairCounts(marks: Marks): number[] {
  const tables = contingencies(reliabilityData(unitsOfMarks(marks), presence))
  return tables.flatMap(([, onlySecond = 0, onlyFirst = 0, both = 0]) => [onlyFirst, onlySecond, both])
}

function codeSpans(columns: readonly string[]) {
  return {
    annotations: columns.map((column) => column.replaceAll('0', '').length),
    united: columns.map(() => 0),
    matched: { exact: [], iou50: [], overlap: [] },
    compared: { overlap: [], iou50: [] },
    ...{ offsets: [], unitizing: [], attributes: {} },
  }
}

/** A request for the presence of these codes per sentence. */
export function markedRequest(
  documents: readonly DocumentStatistics[],
  codes: readonly string[],
  more: Partial<ReportRequest> = {},
): ReportRequest {
  return {
    documents,
    variables: codes.map(presenceOf),
    attributes: [],
    families: [
      { key: 'character', label: 'Character', codes: codes.map((key) => ({ key, label: key, alphaMin: 0.8 })) },
    ],
    coders: [...new Set(documents.flatMap(({ coders }) => coders))],
    ...{ unit: 'sentence', seed: 20260101, replicates: 50 },
    ...more,
  }
}

function presenceOf(key: string): ReportedVariable {
  return { key, label: key, kind: 'code_presence', family: 'character', level: 'nominal', alphaMin: 0.8 }
}
