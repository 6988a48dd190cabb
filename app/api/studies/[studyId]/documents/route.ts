import { z } from 'zod'
import { parseJson, readBody } from '@/lib/http/body'
import { filesOf } from '@/lib/http/files'
import { parse } from '@/lib/http/parse'
import { route } from '@/lib/http/route'
import {
  importDocuments,
  importDocumentsInput,
  importFiles,
  importFilesInput,
  listDocuments,
} from '@/lib/verbs/documents'

const params = z.object({ studyId: z.uuid() })
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')
const bodyLimit = 64 * 1024 * 1024
const jsonBody = importDocumentsInput.pick({ documents: true })

export const GET = route({
  summary: 'The documents of the study',
  params,
  handle: async ({ actor, params: { studyId } }) => ({ documents: await listDocuments(actor, { studyId }) }),
})

export const POST = route({
  describedBody: jsonBody,
  summary: 'Import documents: this JSON, or multipart files in the field “files”',
  params,
  query: z.object({ dryRun: flag, partial: flag }),
  handle: async ({ actor, params: { studyId }, query, request }) => {
    const contentType = request.headers.get('content-type') ?? ''
    const bytes = await readBody(request, bodyLimit)
    if (contentType.startsWith('multipart/form-data')) {
      const files = await filesOf(bytes, contentType)
      return importFiles(actor, parse(importFilesInput, { studyId, ...query, files }))
    }
    return importDocuments(actor, { studyId, ...query, ...parse(jsonBody, parseJson(bytes)) })
  },
})
