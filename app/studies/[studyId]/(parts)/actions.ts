'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import { decideEligibility, decideEligibilityInput } from '@/lib/verbs/eligibility'

/** The lead confirms that a text is not eligible, or sends it back to its coder. */
export const decide = action(decideEligibilityInput, async (actor, input) => {
  await decideEligibility(actor, input)
  revalidatePath(`/studies/${input.studyId}`)
})
