import { z } from 'zod'
import {
  type AgreementAnswer,
  agreementFilters,
  type ComputationProgress,
  type SampleFilters,
} from '../coding/agreement-request'
import type { AttributeValue, Segment } from '../coding/annotation'
import { documentExportId } from '../coding/export-ids'
import { extent } from '../coding/segments'
import { db } from '../db'
import { AppError } from '../errors'
import { answerAgreement } from './steps/agreement-answer'
import { type Actor, authorize } from './steps/authorize'
import { readSubmittedAnnotations } from './steps/compared-documents'
import { endComputation, toProgress } from './steps/computation-rows'
import { readReliabilitySample } from './steps/reliability-sample'
import { abandonJob } from './steps/running-jobs'
import { chooseSample } from './steps/sample-choice'

/** How the report is asked for; as text too, since it comes from an address. */
export const agreementInput = agreementFilters.extend({
  /** 1 begins again a computation that failed or was cancelled. */
  again: z.enum(['0', '1']).optional(),
})

/** A page waits so long for the report before it says that it is being computed. */
const pagePatienceMs = 1_500

/**
 * The agreement report: first submissions of human coders in the reliability sample of the main rounds, or in other
 * rounds, versions and sets when asked for. A submission with nothing coded is zero, a missing submission is missing.
 * Coders appear by pseudonym. The report comes from the cache where nothing has changed; else it is computed off the
 * request thread, and one that takes longer than the reader waits is said to run.
 * @param input.patienceMs how long the reader waits; a page's patience unless said
 * @param input.documents whether byDocument has all documents, or of very many those on which coders agree least
 * @throws AppError forbidden for coders, and for others who still code; invalid for codes, coders, targets, rounds and
 *   versions that there are not; conflict when three other reports of the study are being computed
 */
export async function readAgreement(
  actor: Actor,
  input: { studyId: string; patienceMs?: number; documents?: 'all' | 'least agreed' } & z.infer<typeof agreementInput>,
): Promise<AgreementAnswer> {
  const { studyId } = await authorize(actor, input.studyId, 'agreement.read')
  const study = await db().study.findUniqueOrThrow({ where: { id: studyId } })
  const { studyId: _, patienceMs = pagePatienceMs, documents = 'all', again, ...filters } = input
  return answerAgreement(study, filters, { ms: patienceMs, again: again === '1' }, documents === 'all')
}

/**
 * Ends a computation of the report, on whichever server it runs. One that has ended already keeps its end. Whoever may
 * read the report may cancel its computation, also one that somebody else began: it is shared by all who ask the same.
 * @throws AppError not_found for one that is not of this study
 */
export async function cancelAgreement(
  actor: Actor,
  input: { studyId: string; computationId: string },
): Promise<{ state: AgreementAnswer['state']; computation: ComputationProgress }> {
  const { studyId } = await authorize(actor, input.studyId, 'agreement.read')
  await endComputation(input.computationId, studyId, 'cancelled')
  const row = await db().agreementComputation.findFirst({ where: { id: input.computationId, studyId } })
  if (!row) throw new AppError('not_found', 'This computation does not exist any more. Reload the page.')
  if (row.state === 'cancelled') abandonJob(row.id)
  return { state: row.state, computation: toProgress(row) }
}

/** One document of the sample as its coders submitted it. */
export interface DocumentSpans {
  /** As in exports: D0001. */
  documentId: string
  title: string
  /** In code points. */
  length: number
  coders: { coder: string; spans: CodedSpan[] }[]
}

interface CodedSpan {
  code: string
  /** Outer extent in code points, half-open. */
  start: number
  end: number
  segments: Segment[]
  attributes: Readonly<Record<string, AttributeValue>>
  unsure: boolean
}

/**
 * The spans that each coder submitted in one document of the sample, by pseudonym, for looking at them side by side;
 * entities by the names they are compared by.
 * @param input.documentId its id, or its name in exports (D0001)
 * @throws AppError forbidden for coders, and for others who still code; not_found for what is not in the sample
 */
export async function readAgreementDocument(
  actor: Actor,
  input: { studyId: string; documentId: string } & SampleFilters,
): Promise<DocumentSpans> {
  const { studyId: asked, documentId, ...filters } = input
  const { studyId } = await authorize(actor, asked, 'agreement.read')
  const { documents, names } = await readReliabilitySample(await chooseSample(studyId, filters), documentId)
  const [sampled] = documents
  if (!sampled) throw new AppError('not_found', 'This document is not in the reliability sample.')
  const { id, number, codings } = sampled
  const { title, length } = await db().document.findUniqueOrThrow({
    where: { id },
    select: { title: true, length: true },
  })
  const annotations = await readSubmittedAnnotations(
    studyId,
    codings.map((coding) => coding.id),
    names,
  )
  return {
    documentId: documentExportId(number),
    ...{ title, length },
    coders: codings.map((coding) => ({
      coder: coding.coder,
      spans: (annotations.get(coding.id) ?? []).map((annotation) => ({
        ...extent(annotation.segments),
        ...annotation,
        segments: [...annotation.segments],
      })),
    })),
  }
}
