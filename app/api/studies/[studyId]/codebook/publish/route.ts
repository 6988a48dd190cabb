import { z } from 'zod'
import { route } from '@/lib/http/route'
import { publishCodebook } from '@/lib/verbs/codebooks'

export const POST = route({
  summary: 'Publish the draft of the codebook',
  params: z.object({ studyId: z.uuid() }),
  handle: ({ actor, params }) => publishCodebook(actor, params),
})
