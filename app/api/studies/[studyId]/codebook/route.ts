import { z } from 'zod'
import { codebookFile, readCodebookJson, writeCodebookJson } from '@/lib/formats/codebook-json'
import { route } from '@/lib/http/route'
import { readCodebook, replaceDraft } from '@/lib/verbs/codebooks'

const params = z.object({ studyId: z.uuid() })

export const GET = route({
  summary: 'The codebook in use, as JSON',
  params,
  handle: async ({ actor, params: { studyId } }) =>
    writeCodebookJson((await readCodebook(actor, { studyId })).codebook),
})

export const PUT = route({
  summary: 'Replace the draft of the codebook',
  params,
  body: codebookFile,
  bodyLimit: 4 * 1024 * 1024,
  handle: async ({ actor, params: { studyId }, body }) => {
    const codebook = readCodebookJson(body)
    await replaceDraft(actor, { studyId, codebook })
    return { version: codebook.version, state: 'draft' }
  },
})
