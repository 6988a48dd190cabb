'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type AgreementFilters, agreementFilters } from '@/lib/coding/agreement-request'
import { AppError } from '@/lib/errors'
import { cancelAgreement, readAgreement } from '@/lib/verbs/agreement'
import { requireActor } from '../../../../require-actor'

/** What was refused is said by the page, which is read again. */
async function thenReadAgain(studyId: string, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
  revalidatePath(`/studies/${studyId}/agreement`)
}

export async function cancelComputation(given: { studyId: string; computationId: string }): Promise<void> {
  const input = z.object({ studyId: z.uuid(), computationId: z.uuid() }).parse(given)
  await thenReadAgain(input.studyId, cancelAgreement(await requireActor(), input))
}

export async function computeAgain(given: { studyId: string; filters: AgreementFilters }): Promise<void> {
  const { studyId, filters } = z.object({ studyId: z.uuid(), filters: agreementFilters }).parse(given)
  await thenReadAgain(studyId, readAgreement(await requireActor(), { studyId, ...filters, again: '1', patienceMs: 0 }))
}
