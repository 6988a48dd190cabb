import { z } from 'zod'
import { route } from '@/lib/http/route'
import { reopenCoding, reopenCodingInput } from '@/lib/verbs/revisions'

export const POST = route({
  summary: 'Reopen a submitted coding as its next revision, with a copy of the work',
  params: z.object({ codingId: z.uuid() }),
  body: reopenCodingInput,
  handle: ({ actor, params: { codingId }, body }) => reopenCoding(actor, { codingId, ...body }),
})
