import { z } from 'zod'
import { route } from '@/lib/http/route'
import { listMyCodings } from '@/lib/verbs/codings'

export const GET = route({
  summary: 'My own codings, in my order of work',
  params: z.object({ studyId: z.uuid() }),
  query: z.object({ coder: z.literal('me').default('me') }),
  handle: async ({ actor, params }) => ({ codings: await listMyCodings(actor, params) }),
})
