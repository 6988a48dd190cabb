import { z } from 'zod'
import { route } from '@/lib/http/route'
import { undoStep, undoStepInput } from '@/lib/verbs/decisions'

export const POST = route({
  summary: 'Take back all decisions of a step that are still the last on their clusters',
  params: z.object({ studyId: z.uuid(), batchId: z.uuid() }),
  body: undoStepInput,
  status: 201,
  handle: ({ actor, params, body }) => undoStep(actor, { ...body, ...params }),
})
