import { byLowestAlpha } from '@/lib/agreement/report/least-agreed'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { AppError } from '@/lib/errors'
import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { readAgreementDocument } from '@/lib/verbs/agreement'
import type { requireActor } from './require-actor'

type Actor = Awaited<ReturnType<typeof requireActor>>

/**
 * The document to look at: that of the address, or the one on which coders agree least. Nothing where there is no such
 * document in the sample.
 */
export async function shownText(
  actor: Actor,
  { study, filters, byDocument }: StudyAgreement,
  asked?: string | string[],
): Promise<CodedText | undefined> {
  const documentId = typeof asked === 'string' ? asked : byLowestAlpha(byDocument)[0]?.documentId
  if (documentId === undefined) return undefined
  const { round, version, set } = filters
  try {
    return await readAgreementDocument(actor, { studyId: study.id, documentId, round, version, set })
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}
