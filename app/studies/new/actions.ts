'use server'

import { redirect } from 'next/navigation'
import { action } from '@/lib/http/action'
import { createStudy, createStudyInput } from '@/lib/verbs/studies'

export const create = action(createStudyInput, async (actor, input) => {
  const { studyId } = await createStudy(actor, input)
  redirect(`/studies/${studyId}`)
})
