import { z } from 'zod'
import { route } from '@/lib/http/route'
import { decideInOneStep, decideInOneStepInput } from '@/lib/verbs/decisions'

export const POST = route({
  summary: 'Decide at once all clusters on which all coders agree, or which a rule decides',
  params: z.object({ studyId: z.uuid() }),
  body: decideInOneStepInput,
  status: 201,
  handle: ({ actor, params, body }) => decideInOneStep(actor, { ...body, ...params }),
})
