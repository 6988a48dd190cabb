import { z } from 'zod'
import { route } from '@/lib/http/route'
import { noteActiveTime, noteActiveTimeInput } from '@/lib/verbs/active-time'

export const POST = route({
  summary: 'Note how long I have worked on my coding in this sitting; the greatest total counts',
  params: z.object({ codingId: z.uuid() }),
  body: noteActiveTimeInput,
  handle: ({ actor, params: { codingId }, body }) => noteActiveTime(actor, { codingId, ...body }),
})
