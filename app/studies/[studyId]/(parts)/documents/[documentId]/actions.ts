'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { action } from '@/lib/http/action'
import { reopenCoding, reopenCodingInput } from '@/lib/verbs/revisions'

const form = reopenCodingInput.extend({ studyId: z.uuid(), documentId: z.uuid(), codingId: z.uuid() })

/** The lead reopens a coder's coding from the page of its text. */
export const reopen = action(form, async (actor, { studyId, documentId, codingId, reason }) => {
  await reopenCoding(actor, { codingId, reason })
  revalidatePath(`/studies/${studyId}/documents/${documentId}`)
})
