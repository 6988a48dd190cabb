import { z } from 'zod'
import { stanceSchema } from '@/lib/coding/review/discussion'
import { route } from '@/lib/http/route'
import { takeStance } from '@/lib/verbs/discussions'

export const POST = route({
  summary: 'As a coder, keep my own reading of a cluster or accept another’s; the last one counts',
  params: z.object({ studyId: z.uuid(), clusterId: z.uuid() }),
  body: stanceSchema,
  handle: ({ actor, params, body }) => takeStance(actor, { ...params, ...body }),
})
