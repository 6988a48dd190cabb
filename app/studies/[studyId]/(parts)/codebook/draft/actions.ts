'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { codebookSchema } from '@/lib/coding/codebook'
import { action } from '@/lib/http/action'
import { publishCodebook, replaceDraft } from '@/lib/verbs/codebooks'

/** A codebook as the form sends it: in one field, as JSON. */
const codebookField = z
  .string()
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue({ code: 'custom', message: 'The codebook is not JSON.' })
      return z.NEVER
    }
  })
  .pipe(codebookSchema)
const draftForm = z.object({ studyId: z.uuid(), codebook: codebookField })

export const saveDraft = action(draftForm, async (actor, input) => {
  await replaceDraft(actor, input)
  revalidatePath(`/studies/${input.studyId}/codebook`)
})

/** Saves the draft as it is on the screen, and publishes it. */
export const publish = action(draftForm, async (actor, input) => {
  await replaceDraft(actor, input)
  await publishCodebook(actor, { studyId: input.studyId })
  revalidatePath(`/studies/${input.studyId}`, 'layout')
  redirect(`/studies/${input.studyId}/codebook`)
})
