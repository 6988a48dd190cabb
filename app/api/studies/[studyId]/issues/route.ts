import { z } from 'zod'
import { issueSchema } from '@/lib/coding/review/codebook-issue'
import { route } from '@/lib/http/route'
import { flagIssue, listIssues } from '@/lib/verbs/codebook-issues'

const params = z.object({ studyId: z.uuid() })

export const GET = route({
  summary:
    'Open and resolved issues of the codebook by code and cause, with the clusters that show them, and suggestions',
  params,
  handle: ({ actor, params: { studyId } }) => listIssues(actor, { studyId }),
})

export const POST = route({
  summary: 'Flag what a rule of the codebook leaves open; a replay with further clusters links them too',
  params,
  body: issueSchema,
  handle: ({ actor, params: { studyId }, body }) => flagIssue(actor, { studyId, ...body }),
})
