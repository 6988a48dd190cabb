import { z } from 'zod'
import { route } from '@/lib/http/route'
import { submitCoding, submitCodingInput } from '@/lib/verbs/codings'

export const POST = route({
  summary: 'Submit my coding',
  params: z.object({ codingId: z.uuid() }),
  body: submitCodingInput,
  handle: ({ actor, params: { codingId }, body }) => submitCoding(actor, { codingId, ...body }),
})
