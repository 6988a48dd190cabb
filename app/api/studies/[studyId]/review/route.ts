import { z } from 'zod'
import { route } from '@/lib/http/route'
import { readReviewQueue, reviewQueueInput } from '@/lib/verbs/review'

export const GET = route({
  summary: 'The queue of clusters to review, the hardest first, with counts; next is the page after it',
  params: z.object({ studyId: z.uuid() }),
  query: reviewQueueInput,
  handle: ({ actor, params, query }) => readReviewQueue(actor, { ...query, ...params }),
})
