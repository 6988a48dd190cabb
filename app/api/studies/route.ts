import { route } from '@/lib/http/route'
import { createStudy, createStudyInput, listStudies } from '@/lib/verbs/studies'

export const GET = route({ handle: async ({ actor }) => ({ studies: await listStudies(actor) }) })

export const POST = route({
  body: createStudyInput,
  status: 201,
  handle: ({ actor, body }) => createStudy(actor, body),
})
