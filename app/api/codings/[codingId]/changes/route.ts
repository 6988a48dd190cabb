import { z } from 'zod'
import { changeListSchema } from '@/lib/coding/change'
import { route } from '@/lib/http/route'
import { saveChanges } from '@/lib/verbs/annotations'

export const POST = route({
  summary: 'Save a list of changes, all or none; a replay is answered as the first time',
  params: z.object({ codingId: z.uuid() }),
  body: changeListSchema,
  bodyLimit: 2 * 1024 * 1024,
  status: 201,
  handle: ({ actor, params: { codingId }, body: { changes } }) => saveChanges(actor, { codingId, changes }),
})
