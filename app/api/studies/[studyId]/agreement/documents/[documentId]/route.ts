import { z } from 'zod'
import { sampleFilters } from '@/lib/coding/agreement-request'
import { route } from '@/lib/http/route'
import { readAgreementDocument } from '@/lib/verbs/agreement'

export const GET = route({
  summary: 'The spans that each coder submitted in one document of the reliability sample, by pseudonym',
  params: z.object({ studyId: z.uuid(), documentId: z.union([z.uuid(), z.string().regex(/^D\d{4,9}$/)]) }),
  query: sampleFilters,
  handle: ({ actor, params, query }) => readAgreementDocument(actor, { ...params, ...query }),
})
