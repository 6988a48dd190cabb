import { z } from 'zod'
import { agreementCsv } from '@/lib/formats/agreement-csv'
import { agreementPairsCsv } from '@/lib/formats/agreement-pairs-csv'
import { download } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'

/** A CSV file is one table: a row per code, or a row per code and pair of coders. The JSON has both. */
const tables = {
  codes: { file: 'agreement.csv', write: agreementCsv },
  pairs: { file: 'agreement_pairs.csv', write: agreementPairsCsv },
}

export const GET = route({
  summary: 'The agreement report, as JSON or CSV; table=pairs is the CSV of each code and pair of coders',
  params: z.object({ studyId: z.uuid() }),
  query: agreementInput.extend({
    format: z.enum(['json', 'csv']).default('json'),
    table: z.enum(['codes', 'pairs']).default('codes'),
  }),
  handle: async ({ actor, params, query: { format, table, ...query } }) => {
    const report = await readAgreement(actor, { ...params, ...query })
    if (format === 'json') return report
    const { file, write } = tables[table]
    return download(file, 'text/csv; charset=utf-8', write(report, report.codebookVersion))
  },
})
