'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor } from '@/lib/actor'
import { action } from '@/lib/http/action'
import { decideInOneStep, decideInOneStepInput, undoStep, undoStepInput } from '@/lib/verbs/decisions'
import { assignReview, assignReviewInput } from '@/lib/verbs/review-assignments'

/** An action after which the queue shows the new state. */
function queueAction<Schema extends z.ZodType<{ studyId: string }>, Result>(
  schema: Schema,
  verb: (actor: Actor, input: z.infer<Schema>) => Promise<Result>,
) {
  return action(schema, async (actor, input) => {
    const result = await verb(actor, input)
    revalidatePath(`/studies/${input.studyId}/review`)
    return result
  })
}

export const decide = queueAction(decideInOneStepInput.extend({ studyId: z.uuid() }), decideInOneStep)

export const takeBack = queueAction(undoStepInput.extend({ studyId: z.uuid(), batchId: z.uuid() }), undoStep)

// A form with no box ticked sends no reviewers at all.
const assignees = assignReviewInput.shape.assignees.prefault([])

export const assign = queueAction(assignReviewInput.extend({ assignees }), assignReview)
