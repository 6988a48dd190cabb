import { z } from 'zod'
import { download } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { textStream } from '@/lib/http/text-stream'
import { exportInput, exportTable } from '@/lib/verbs/exports'

export const GET = route({
  summary: 'One table as CSV: annotations.csv or unit_coder_long.csv',
  params: z.object({ studyId: z.uuid(), table: z.string() }),
  query: exportInput,
  handle: async ({ actor, params, query }) =>
    download(params.table, 'text/csv; charset=utf-8', textStream(await exportTable(actor, { ...params, ...query }))),
})
