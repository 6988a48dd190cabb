import { z } from 'zod'
import { reviewFilters } from '@/lib/coding/review/review-filters'
import { route } from '@/lib/http/route'
import { readCluster } from '@/lib/verbs/review'

export const GET = route({
  summary: 'One cluster with the text, the codebook, every reading by its letter, and its neighbours in the queue',
  params: z.object({ studyId: z.uuid(), clusterId: z.uuid() }),
  query: reviewFilters,
  handle: ({ actor, params, query }) => readCluster(actor, { ...query, ...params }),
})
