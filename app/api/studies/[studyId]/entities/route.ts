import { z } from 'zod'
import { route } from '@/lib/http/route'
import { listEntities } from '@/lib/verbs/entities'

export const GET = route({
  summary: 'The approved names with their aliases, and the archived ones',
  params: z.object({ studyId: z.uuid() }),
  handle: ({ actor, params }) => listEntities(actor, params),
})
