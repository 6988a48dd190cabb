import { z } from 'zod'
import { agreementCsv } from '@/lib/formats/agreement-csv'
import { download } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'

export const GET = route({
  summary: 'The agreement report, as JSON or CSV',
  params: z.object({ studyId: z.uuid() }),
  query: agreementInput.extend({ format: z.enum(['json', 'csv']).default('json') }),
  handle: async ({ actor, params, query: { format, ...query } }) => {
    const report = await readAgreement(actor, { ...params, ...query })
    if (format === 'json') return report
    return download('agreement.csv', 'text/csv; charset=utf-8', agreementCsv(report, report.codebookVersion))
  },
})
