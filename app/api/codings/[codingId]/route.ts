import { z } from 'zod'
import { route } from '@/lib/http/route'
import { openCoding } from '@/lib/verbs/codings'

/** The coder's own coding: text, codebook and rows. The first look opens it. */
export const GET = route({
  params: z.object({ codingId: z.uuid() }),
  handle: ({ actor, params }) => openCoding(actor, params),
})
