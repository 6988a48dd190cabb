import { z } from 'zod'
import { route } from '@/lib/http/route'
import { cancelAgreement } from '@/lib/verbs/agreement'

export const POST = route({
  summary: 'Ends a computation of the agreement report; one that has ended already keeps its end',
  params: z.object({ studyId: z.uuid(), computationId: z.uuid() }),
  handle: ({ actor, params }) => cancelAgreement(actor, params),
})
