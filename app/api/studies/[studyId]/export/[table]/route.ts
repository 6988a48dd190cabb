import { z } from 'zod'
import { download } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { textStream } from '@/lib/http/text-stream'
import { exportChecksum, exportInput, exportTable } from '@/lib/verbs/exports'

const checksum = '.sha256'

export const GET = route({
  summary:
    'One table as CSV: annotations.csv, segments.csv, relations.csv, variables.csv, documents.csv, unit_coder_long.csv, disagreements.csv, adjudications.csv, gold.csv, gold_relations.csv, gold_variables.csv or gold_documents.csv; with .sha256 at its end, the checksum of these bytes as sha256sum writes it',
  params: z.object({ studyId: z.uuid(), table: z.string().max(100) }),
  query: exportInput,
  handle: async ({ actor, params, query }) => {
    const { table } = params
    if (table.endsWith(checksum)) {
      const input = { ...params, ...query, table: table.slice(0, -checksum.length) }
      return download(table, 'text/plain; charset=utf-8', await exportChecksum(actor, input))
    }
    return download(table, 'text/csv; charset=utf-8', textStream(await exportTable(actor, { ...params, ...query })))
  },
})
