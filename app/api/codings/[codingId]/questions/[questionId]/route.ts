import { z } from 'zod'
import { questionSchema } from '@/lib/coding/coder-question'
import { route } from '@/lib/http/route'
import { askQuestion } from '@/lib/verbs/questions'

export const PUT = route({
  summary: 'Ask the lead about a passage of my text; a replay is answered as the first time',
  params: z.object({ codingId: z.uuid(), questionId: z.uuid() }),
  body: questionSchema,
  handle: ({ actor, params, body }) => askQuestion(actor, { ...params, ...body }),
})
