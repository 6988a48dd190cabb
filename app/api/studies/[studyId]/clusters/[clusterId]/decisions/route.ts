import { z } from 'zod'
import { decideSchema } from '@/lib/coding/review/decision'
import { reviewFilters } from '@/lib/coding/review/review-filters'
import { route } from '@/lib/http/route'
import { decide } from '@/lib/verbs/decisions'

export const POST = route({
  summary:
    'Decide a cluster; answers the decision, the next cluster under the filters of the query, and how many are left',
  params: z.object({ studyId: z.uuid(), clusterId: z.uuid() }),
  query: reviewFilters,
  body: decideSchema,
  status: 201,
  handle: ({ actor, params, query, body }) => decide(actor, { ...body, ...params, filters: query }),
})
