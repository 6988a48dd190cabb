import type { AgreementReport, ReportRequest } from '../agreement/report/agreement-report'
import { composeReport } from '../agreement/report/compose'
import { type DocumentStatistics, presenceLevels, presenceVariants } from '../agreement/report/document-statistics'
import { leastAgreed } from '../agreement/report/least-agreed'
import type { Codebook } from '../coding/codebook'
import { documentStatistics } from '../coding/statistics/document-statistics'
import { parseFramingKey } from '../coding/statistics/framing-key'
import { reportedVariables } from '../coding/statistics/report-variables'
import type { SubmittedAnnotations } from '../coding/statistics/submitted-annotations'
import type { UnitDocument } from '../coding/unit-index'

/**
 * What the computing process does: it puts one report at a time together, from statistics that it computes or is given.
 * Pure: all data come in messages, all figures go back in them.
 */
export interface Tasks {
  /** Begins a report and forgets the one before. */
  begin: { input: { codebook: Codebook }; output: null }
  /** Takes statistics from the cache. Gives the documents whose statistics cannot be read: they must be compared. */
  recall: { input: CachedStatistics[]; output: string[] }
  /** Compares the coders of documents. Gives the statistics of each as JSON text, in their order. */
  compare: { input: ComparedDocument[]; output: string[] }
  /** Puts the report together. */
  compose: { input: ComposedReport; output: ReportTexts }
}

export interface CachedStatistics {
  /** As in exports: D0001. */
  documentId: string
  /** Who submitted, sorted. */
  coders: string[]
  statistics: string
}

export interface ComparedDocument {
  document: UnitDocument
  codings: SubmittedAnnotations[]
}

export interface ComposedReport extends Omit<ReportRequest, 'documents' | 'variables' | 'attributes' | 'families'> {
  /** Documents that fewer than two coders submitted, so that there is nothing to compare: they are counted only. */
  incomplete: { documentId: string; coders: string[] }[]
  /** Keys of the codes to report; all when absent. */
  codes?: readonly string[]
  /** Targets that get rows of their own; the most frequent when absent. */
  targets?: readonly string[]
}

/** A report as it is kept: what grows with the documents lies apart, and is read only by who asks for it. */
export interface ReportTexts {
  /** A ComputedReport as JSON. */
  report: string
  /** All rows of byDocument as JSON; null where the report has them. */
  byDocument: string | null
}

export interface ComputedReport {
  /** Of very many documents it has those on which coders agree least. */
  report: AgreementReport
  /** Targets that somebody named, the most frequent first. */
  targets: string[]
}

let codebook: Codebook | undefined
const documents = new Map<string, DocumentStatistics>()

const tasks: { [Name in keyof Tasks]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  begin(input) {
    codebook = input.codebook
    documents.clear()
    return null
  },

  recall(cached) {
    return cached.flatMap((row) => {
      const statistics = parseStatistics(row)
      if (statistics) documents.set(row.documentId, statistics)
      return statistics ? [] : [row.documentId]
    })
  },

  compare(compared) {
    return compared.map(({ document, codings }) => {
      const statistics = documentStatistics(document, codings, begunCodebook())
      documents.set(statistics.documentId, statistics)
      return JSON.stringify(statistics)
    })
  },

  compose({ incomplete, codes, targets, ...request }) {
    const compared = [...documents.values()]
    const asked = { ...(codes ? { codes } : {}), ...(targets ? { targets } : {}) }
    const report = composeReport({
      ...request,
      ...reportedVariables(begunCodebook(), compared, asked),
      documents: [...compared, ...incomplete.map(withoutFigures)],
    })
    const byDocument = leastAgreed(report.byDocument)
    const computed: ComputedReport = { report: { ...report, byDocument }, targets: targetsIn(compared) }
    const hasAll = byDocument.length === report.byDocument.length
    return { report: JSON.stringify(computed), byDocument: hasAll ? null : JSON.stringify(report.byDocument) }
  },
}

/** Performs a task by its name. @throws whatever the task throws; Error for reports that nobody began */
export function perform<Name extends keyof Tasks>(name: Name, input: Tasks[Name]['input']): Tasks[Name]['output'] {
  return tasks[name](input)
}

function begunCodebook(): Codebook {
  if (!codebook) throw new Error('No report was begun.')
  return codebook
}

/** The statistics of a row, if they are those of its document and coders; a cache may hold anything. */
function parseStatistics({ documentId, coders, statistics }: CachedStatistics): DocumentStatistics | undefined {
  try {
    const parsed = JSON.parse(statistics) as Partial<DocumentStatistics>
    const isWhole = wholeRecord.every((member) => typeof parsed[member] === 'object' && parsed[member] !== null)
    const isIts = parsed.documentId === documentId && parsed.coders?.join() === coders.join()
    return isWhole && isIts ? (parsed as DocumentStatistics) : undefined
  } catch {
    return undefined
  }
}

const wholeRecord = ['levels', 'variants', 'codes', 'families', 'numbers', 'variables'] as const

function sameForEach<Key extends string, Value>(keys: readonly Key[], value: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>
}

/** A document with fewer than two coders: it is counted, and is in no figure. */
function withoutFigures({ documentId, coders }: { documentId: string; coders: string[] }): DocumentStatistics {
  return {
    ...{ documentId, coders, words: 0 },
    levels: sameForEach(presenceLevels, () => ({ units: 0, presence: {}, sets: {} })),
    variants: sameForEach(presenceVariants, () => ({})),
    ...{ codes: {}, families: {}, numbers: {}, variables: {} },
  }
}

/** Targets by the number of documents in which somebody framed them. */
function targetsIn(compared: readonly DocumentStatistics[]): string[] {
  const counts = new Map<string, number>()
  for (const { levels } of compared) {
    const targets = Object.keys(levels.document.presence).flatMap((key) => parseFramingKey(key)?.target ?? [])
    for (const target of new Set(targets)) counts.set(target, (counts.get(target) ?? 0) + 1)
  }
  const byFrequency = ([one, often]: [string, number], [other, oftenToo]: [string, number]) =>
    oftenToo - often || (one < other ? -1 : 1)
  return [...counts].sort(byFrequency).map(([target]) => target)
}
