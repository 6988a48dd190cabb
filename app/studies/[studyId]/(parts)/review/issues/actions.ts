'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import { resolveIssue, resolveIssueInput } from '@/lib/verbs/codebook-issues'

/** The lead notes what was done about an issue. */
export const resolve = action(resolveIssueInput, async (actor, input) => {
  await resolveIssue(actor, input)
  revalidatePath(`/studies/${input.studyId}/review/issues`)
})
