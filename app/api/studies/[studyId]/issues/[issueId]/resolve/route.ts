import { z } from 'zod'
import { resolutionSchema } from '@/lib/coding/review/codebook-issue'
import { route } from '@/lib/http/route'
import { resolveIssue } from '@/lib/verbs/codebook-issues'

export const POST = route({
  summary: 'Resolve an issue of the codebook with a note on what was done',
  params: z.object({ studyId: z.uuid(), issueId: z.uuid() }),
  body: resolutionSchema,
  handle: async ({ actor, params, body }) => {
    await resolveIssue(actor, { ...params, ...body })
    return { issueId: params.issueId }
  },
})
