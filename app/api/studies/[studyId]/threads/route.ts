import { z } from 'zod'
import { commentSchema, threadSubjectSchema } from '@/lib/coding/review/discussion'
import { route } from '@/lib/http/route'
import { postComment, readThread } from '@/lib/verbs/discussions'

const params = z.object({ studyId: z.uuid() })

export const GET = route({
  summary: 'The discussion of a cluster, a document or a code, as far as it is open to me',
  params,
  query: threadSubjectSchema,
  handle: ({ actor, params: { studyId }, query }) => readThread(actor, { studyId, ...query }),
})

export const POST = route({
  summary: 'Say something in a discussion; a replay is answered as the first time',
  params,
  body: commentSchema,
  handle: ({ actor, params: { studyId }, body }) => postComment(actor, { studyId, ...body }),
})
