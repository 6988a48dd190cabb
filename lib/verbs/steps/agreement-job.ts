import { documentExportId } from '../../coding/export-ids'
import { type Ask, askComputing, endComputing } from '../../computing/computing-process'
import type { ComposedReport, ReportTexts } from '../../computing/tasks'
import { readComparedDocuments } from './compared-documents'
import type { ReliabilitySample, SampleDocument } from './reliability-sample'
import { contentKey, type KeyedDocument, readCached, writeCached } from './statistics-cache'

/** A report to compute. */
export interface AgreementJob {
  studyId: string
  sample: ReliabilitySample
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
 * Computes a report in the computing process: documents whose statistics are cached are not compared again.
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
  const { sample, request } = job
  const ask = askComputing()
  await ask('begin', { codebook: sample.codebook })
  const complete = sample.documents.filter(({ codings }) => codings.length >= 2)
  for (let from = 0; from < complete.length; from += documentsPerRecall) {
    const batch = complete.slice(from, from + documentsPerRecall)
    let left = batch.length
    for await (const compared of statisticsOf(job, ask, batch)) {
      left -= compared
      signal.throwIfAborted()
      const done = from + batch.length - left
      report(
        (1 - composingShare) * (done / complete.length),
        `Comparing coders: ${done} of ${complete.length} documents`,
      )
    }
  }
  report(1 - composingShare, 'Putting the report together and drawing bootstrap samples')
  const incomplete = sample.documents.filter(({ codings }) => codings.length < 2)
  return ask('compose', {
    ...request,
    incomplete: incomplete.map((document) => ({ documentId: exportId(document), coders: codersOf(document) })),
  })
}

/** Has the process take or compute the statistics of these documents, and yields how many more it has each time. */
async function* statisticsOf(
  { studyId, sample }: AgreementJob,
  ask: Ask,
  documents: SampleDocument[],
): AsyncGenerator<number> {
  const place = { studyId, codebookVersionId: sample.codebookVersionId, scope: sample.scope }
  const keyed = documents.map((document) => ({ document, key: contentKey(sample, document) }))
  const missing = await recall(ask, keyed, await readCached(place, keyed))
  yield keyed.length - missing.length
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
  keyed: readonly KeyedDocument[],
  cached: Map<string, string>,
): Promise<KeyedDocument[]> {
  const rows = keyed.flatMap(({ document }) => {
    const statistics = cached.get(document.id)
    return statistics === undefined
      ? []
      : [{ documentId: exportId(document), coders: codersOf(document).sort(), statistics }]
  })
  const refused = new Set(rows.length > 0 ? await ask('recall', rows) : [])
  return keyed.filter(({ document }) => !cached.has(document.id) || refused.has(exportId(document)))
}
