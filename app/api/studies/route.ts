import { route } from '@/lib/http/route'
import { createStudy, createStudyInput, listStudies } from '@/lib/verbs/studies'

export const GET = route({
  summary: 'My studies, with my roles and my progress',
  handle: async ({ actor }) => ({ studies: await listStudies(actor) }),
})

export const POST = route({
  summary: 'Create a study from a codebook template',
  body: createStudyInput,
  status: 201,
  handle: ({ actor, body }) => createStudy(actor, body),
})
