import { z } from 'zod'
import { route } from '@/lib/http/route'
import { readCoding } from '@/lib/verbs/codings'

/** The coder's own coding: text, codebook and rows. */
export const GET = route({
  summary: 'My own coding: text, codebook and rows',
  params: z.object({ codingId: z.uuid() }),
  handle: ({ actor, params }) => readCoding(actor, params),
})
