import { z } from 'zod'
import { route } from '@/lib/http/route'
import { setEligibility, setEligibilityInput } from '@/lib/verbs/eligibility'

export const PUT = route({
  summary: 'Say that the text of my coding is not eligible, or that it is after all',
  params: z.object({ codingId: z.uuid() }),
  body: setEligibilityInput,
  handle: ({ actor, params: { codingId }, body }) => setEligibility(actor, { codingId, ...body }),
})
