import type { AgreementReport, RecodedWork, ReportRequest } from '../agreement/report/agreement-report'
import { composeReport } from '../agreement/report/compose'
import { type DocumentStatistics, presenceLevels, presenceVariants } from '../agreement/report/document-statistics'
import { leastAgreed } from '../agreement/report/least-agreed'
import type { ReportMemory } from '../agreement/report/report-memory'
import type { Codebook } from '../coding/codebook'
import { documentStatistics } from '../coding/statistics/document-statistics'
import { parseFramingKey } from '../coding/statistics/framing-key'
import { reportedVariables } from '../coding/statistics/report-variables'
import type { SubmittedAnnotations } from '../coding/statistics/submitted-annotations'
import type { UnitDocument } from '../coding/unit-index'
import { KnownStatistics } from './known-statistics'
import { ReportMemories } from './report-memories'

/**
 * What the computing process does: it puts one report at a time together, from statistics that it computes, is given, or
 * still knows. All data come in messages, all figures go back in them; what is remembered changes none.
 */
export interface Tasks {
  /** Begins a report. Gives the documents whose statistics the process does not know: they must be recalled or compared. */
  begin: { input: BegunReport; output: string[] }
  /** Goes on with documents that somebody recoded: what is recalled and compared from now on is theirs. Answers as begin. */
  beginRecoded: { input: KeyedStatistics[]; output: string[] }
  /** Takes statistics from the cache. Gives the documents whose statistics cannot be read: they must be compared. */
  recall: { input: CachedStatistics[]; output: string[] }
  /** Compares the coders of documents. Gives the statistics of each as JSON text, in their order. */
  compare: { input: ComparedDocument[]; output: string[] }
  /** Puts the report together. */
  compose: { input: ComposedReport; output: ReportTexts }
}

export interface BegunReport {
  /** Says what is asked for of which study: under the same name it is the same report, whatever was submitted since. */
  report: string
  codebook: Codebook
  documents: KeyedStatistics[]
}

export interface KeyedStatistics {
  /** As in exports: D0001. */
  documentId: string
  /** Who submitted, sorted. */
  coders: string[]
  /** Of everything that decides the statistics: the same key stands for the same statistics. */
  key: string
}

export interface CachedStatistics extends KeyedStatistics {
  statistics: string
}

export interface ComparedDocument {
  document: UnitDocument
  codings: SubmittedAnnotations[]
}

export interface ComposedReport
  extends Omit<ReportRequest, 'documents' | 'variables' | 'attributes' | 'families' | 'recoded'> {
  /** What was recoded, beside its documents. */
  recoded?: Omit<RecodedWork, 'documents'>
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

/** The report at hand. */
interface Begun {
  codebook: Codebook
  memory: ReportMemory
  first: Layer
  recoded: Layer
  /** The one that is being filled. */
  filled: Layer
}

/** Documents by their names: with first submissions, or with what was recoded as well. */
interface Layer {
  keys: ReadonlyMap<string, string>
  documents: Map<string, DocumentStatistics>
}

let begun: Begun | undefined
const memories = new ReportMemories()
const known = new KnownStatistics((statistics) => memories.forget(statistics))

const tasks: { [Name in keyof Tasks]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  begin({ report, codebook, documents }) {
    // First the memory: documents that make room take those of all reports along but of the one begun last.
    const memory = memories.begin(report)
    known.pin(documents.map(({ key }) => key))
    const first = layerOf(documents)
    begun = { codebook, memory, first, recoded: layerOf([]), filled: first }
    return missing(documents)
  },

  beginRecoded(documents) {
    const { first } = atHand()
    known.pin([...first.keys.values(), ...documents.map(({ key }) => key)])
    const recoded = layerOf(documents)
    begun = { ...atHand(), recoded, filled: recoded }
    return missing(documents)
  },

  recall(cached) {
    for (const row of cached) {
      const statistics = parseStatistics(row)
      if (statistics) keep(row.documentId, statistics, row.statistics)
    }
    return missing(cached)
  },

  compare(compared) {
    return compared.map(({ document, codings }) => {
      const statistics = documentStatistics(document, codings, atHand().codebook)
      const text = JSON.stringify(statistics)
      keep(statistics.documentId, statistics, text)
      return text
    })
  },

  compose({ incomplete, codes, targets, recoded, ...request }) {
    const { codebook, first, memory } = atHand()
    const compared = [...first.documents.values()]
    const asked = { ...(codes ? { codes } : {}), ...(targets ? { targets } : {}) }
    const variables = reportedVariables(codebook, compared, asked)
    const all = [...compared, ...incomplete.map(withoutFigures)]
    const again = recoded && { recoded: { ...recoded, documents: [...atHand().recoded.documents.values()] } }
    const report = composeReport({ ...request, ...variables, ...again, documents: all }, memory)
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

function atHand(): Begun {
  if (!begun) throw new Error('No report was begun.')
  return begun
}

/** These documents, as far as their statistics are known. */
function layerOf(rows: readonly KeyedStatistics[]): Layer {
  const documents = rows.flatMap((row): [string, DocumentStatistics][] => {
    const statistics = known.get(row.key)
    return statistics && isOf(row, statistics) ? [[row.documentId, statistics]] : []
  })
  return { keys: new Map(rows.map(({ documentId, key }) => [documentId, key])), documents: new Map(documents) }
}

/** Which of these the layer at hand does not have. */
function missing(documents: readonly KeyedStatistics[]): string[] {
  return documents.flatMap(({ documentId }) => (atHand().filled.documents.has(documentId) ? [] : [documentId]))
}

/** Takes the statistics of a document into the report at hand, and keeps them for later ones. @param text as JSON */
function keep(documentId: string, statistics: DocumentStatistics, text: string): void {
  const { documents, keys } = atHand().filled
  documents.set(documentId, statistics)
  const key = keys.get(documentId)
  if (key !== undefined) known.set(key, statistics, text.length)
}

/** Whether these are the statistics of the document and of its coders. */
function isOf({ documentId, coders }: KeyedStatistics, statistics: Partial<DocumentStatistics>): boolean {
  return statistics.documentId === documentId && statistics.coders?.join() === coders.join()
}

/** The statistics of a row, if they are those of its document and coders; a cache may hold anything. */
function parseStatistics(row: CachedStatistics): DocumentStatistics | undefined {
  try {
    const parsed = JSON.parse(row.statistics) as Partial<DocumentStatistics>
    const isWhole = wholeRecord.every((member) => typeof parsed[member] === 'object' && parsed[member] !== null)
    return isWhole && isOf(row, parsed) ? (parsed as DocumentStatistics) : undefined
  } catch {
    return undefined
  }
}

const wholeRecord = ['levels', 'variants', 'codes', 'families', 'numbers', 'disagreements', 'variables'] as const

function sameForEach<Key extends string, Value>(keys: readonly Key[], value: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>
}

/** A document with fewer than two coders: it is counted, and is in no figure. */
function withoutFigures({ documentId, coders }: { documentId: string; coders: string[] }): DocumentStatistics {
  return {
    ...{ documentId, coders, words: 0 },
    levels: sameForEach(presenceLevels, () => ({ units: 0, presence: {}, sets: {} })),
    variants: sameForEach(presenceVariants, () => ({})),
    ...{ codes: {}, families: {}, numbers: {}, disagreements: { differences: {}, clusters: {} }, variables: {} },
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
