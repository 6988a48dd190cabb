import { z } from 'zod'
import { route } from '@/lib/http/route'
import { openCoding } from '@/lib/verbs/codings'

/** The coder has begun with this text. */
export const POST = route({
  summary: 'Note that I have begun with this text',
  params: z.object({ codingId: z.uuid() }),
  handle: ({ actor, params }) => openCoding(actor, params),
})
