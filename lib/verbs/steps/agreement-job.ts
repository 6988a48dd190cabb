import { documentExportId } from '../../coding/export-ids'
import { type Ask, askComputing, endComputing } from '../../computing/computing-process'
import type { ComposedReport, KeyedStatistics, ReportTexts } from '../../computing/tasks'
import { readComparedDocuments } from './compared-documents'
import type { ReliabilitySample, SampleDocument } from './reliability-sample'
import { type KeyedDocument, keyedDocuments, readCached, sha256Of, writeCached } from './statistics-cache'

/** A report to compute. */
export interface AgreementJob {
  studyId: string
  sample: ReliabilitySample
  /** The documents that were recoded, with first submissions and latest revisions: see recoded-work.ts. */
  recoded: ReliabilitySample | undefined
  request: Omit<ComposedReport, 'incomplete'>
}

/** Told how far the work is, from 0 to 1. */
export type Report = (progress: number, doing: string) => void

/** Documents whose statistics are fetched from the cache at once. */
const documentsPerRecall = 50

/** What the work takes apart from comparing documents. */
const composingShare = 0.1

const exportId = (document: SampleDocument) => documentExportId(document.number)
const codersOf = (document: SampleDocument) => document.codings.map(({ coder }) => coder)

/**
 * Computes a report in the computing process: documents whose statistics it knows are not sent again, and those whose
 * statistics are cached are not compared again.
 * @param signal ends the process, and with it the work, at once
 * @throws the signal's reason when it was ended, ComputingEnded when the process broke down
 */
export async function computeReport(job: AgreementJob, report: Report, signal: AbortSignal): Promise<ReportTexts> {
  const end = () => void endComputing()
  signal.throwIfAborted()
  signal.addEventListener('abort', end, { once: true })
  try {
    return await compute(job, report, signal)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', end)
  }
}

async function compute(job: AgreementJob, report: Report, signal: AbortSignal): Promise<ReportTexts> {
  const { studyId, sample, recoded, request } = job
  const ask = askComputing()
  const complete = keyedDocuments(sample).filter(({ document }) => document.codings.length >= 2)
  const again = recoded ? keyedDocuments(recoded) : []
  const all = complete.length + again.length
  let known = 0
  const fill = async (of: ReliabilitySample, documents: KeyedDocument[], unknown: KeyedDocument[]) => {
    known += documents.length - unknown.length
    for (let from = 0; from < unknown.length; from += documentsPerRecall) {
      for await (const more of statisticsOf(studyId, of, ask, unknown.slice(from, from + documentsPerRecall))) {
        known += more
        signal.throwIfAborted()
        report((1 - composingShare) * (known / all), `Comparing coders: ${known} of ${all} documents`)
      }
    }
  }
  const begun = { report: nameOf(job), codebook: sample.codebook, documents: complete.map(toKeyed) }
  await fill(sample, complete, among(complete, await ask('begin', begun)))
  if (recoded) await fill(recoded, again, among(again, await ask('beginRecoded', again.map(toKeyed))))
  report(1 - composingShare, 'Putting the report together and drawing bootstrap samples')
  const incomplete = sample.documents.filter(({ codings }) => codings.length < 2)
  return ask('compose', {
    ...request,
    incomplete: incomplete.map((document) => ({ documentId: exportId(document), coders: codersOf(document) })),
  })
}

/** The same as long as the same is asked for; when documents were completed, and what was recoded, is no part of it. */
function nameOf({ studyId, sample, request: { completed: _, recoded: __, ...asked } }: AgreementJob): string {
  return sha256Of([studyId, sample.codebookVersionId, sample.scope, asked])
}

function toKeyed({ document, key }: KeyedDocument): KeyedStatistics {
  return { documentId: exportId(document), coders: codersOf(document).sort(), key }
}

function among(documents: readonly KeyedDocument[], ids: readonly string[]): KeyedDocument[] {
  const asked = new Set(ids)
  return documents.filter(({ document }) => asked.has(exportId(document)))
}

/** Has the process take or compute the statistics of these documents, and yields how many more it has each time. */
async function* statisticsOf(
  studyId: string,
  sample: ReliabilitySample,
  ask: Ask,
  documents: KeyedDocument[],
): AsyncGenerator<number> {
  const place = { studyId, codebookVersionId: sample.codebookVersionId, scope: sample.scope }
  const missing = await recall(ask, documents, await readCached(place, documents))
  yield documents.length - missing.length
  const byNumber = new Map(missing.map((one) => [one.document.number, one]))
  const compared = readComparedDocuments(
    studyId,
    missing.map(({ document }) => document),
    sample.names,
  )
  for await (const page of compared) {
    const texts = await ask('compare', page)
    const computed = page.flatMap(({ document }, i) => {
      const one = byNumber.get(document.number)
      return one ? [{ ...one, statistics: texts[i] ?? '' }] : []
    })
    await writeCached(place, computed)
    yield page.length
  }
}

/** @returns the documents that the cache does not have, or of which it has something unreadable */
async function recall(
  ask: Ask,
  documents: readonly KeyedDocument[],
  cached: Map<string, string>,
): Promise<KeyedDocument[]> {
  const rows = documents.flatMap((one) => {
    const statistics = cached.get(one.document.id)
    return statistics === undefined ? [] : [{ ...toKeyed(one), statistics }]
  })
  const refused = new Set(rows.length > 0 ? await ask('recall', rows) : [])
  return documents.filter(({ document }) => !cached.has(document.id) || refused.has(exportId(document)))
}
