'use server'

import { revalidatePath } from 'next/cache'
import { action } from '@/lib/http/action'
import { answerQuestion, answerQuestionInput } from '@/lib/verbs/questions'

/** Sends the lead's answer; the number beside the tab changes with it. */
export const answer = action(answerQuestionInput, async (actor, input) => {
  await answerQuestion(actor, input)
  revalidatePath(`/studies/${input.studyId}`, 'layout')
})
