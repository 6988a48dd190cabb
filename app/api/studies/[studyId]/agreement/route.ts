import { z } from 'zod'
import type { AgreementAnswer, StudyAgreement } from '@/lib/coding/agreement-request'
import { tableApa } from '@/lib/formats/agreement-report/apa'
import { agreementHtml } from '@/lib/formats/agreement-report/html'
import { tableLatex } from '@/lib/formats/agreement-report/latex'
import { methodsParagraph } from '@/lib/formats/agreement-report/methods'
import { recomputeFiles, recomputeScript } from '@/lib/formats/agreement-report/recompute-script'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { download, json } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { textStream } from '@/lib/http/text-stream'
import { reportFigures } from '@/lib/plots/report-figures'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'

/** Longer than this no request is kept waiting. */
const patienceMs = 25_000

/** When to ask again, in seconds. */
const retryAfter = '3'

const query = agreementInput.extend({
  format: z.enum(['json', 'csv', 'html', 'apa', 'latex', 'methods', 'script']).default('json'),
  /** Of format=csv. */
  table: z.enum(agreementTables.map(({ name }) => name)).default('irr_summary'),
  /** Of format=script. */
  language: z.enum(['R', 'python']).default('R'),
})
type Written = Pick<z.infer<typeof query>, 'format' | 'table' | 'language'>

const plain = 'text/plain; charset=utf-8'

/** The report in each format but JSON. */
const formats: Record<Exclude<Written['format'], 'json'>, (report: StudyAgreement, written: Written) => Response> = {
  csv: (report, { table }) => {
    const { file, write } = agreementTables.find(({ name }) => name === table) ?? summaryTable
    return download(file, 'text/csv; charset=utf-8', textStream(write(report)))
  },
  html: (report) =>
    download('agreement.html', 'text/html; charset=utf-8', agreementHtml(report, reportFigures(report))),
  apa: (report) => download('table_1.txt', plain, tableApa(report)),
  latex: (report) => download('table_1.tex', plain, tableLatex(report)),
  methods: (report) => download('methods.txt', plain, methodsParagraph(report)),
  script: (_, { language }) => download(recomputeFiles[language], plain, recomputeScript(language)),
}

/** 202 while it is computed; what ended without a report says how to begin it again. */
function unfinished({ state, computation }: Exclude<AgreementAnswer, { state: 'done' }>): Response {
  if (state === 'running') {
    const response = json({ state, computation }, 202)
    response.headers.set('retry-after', retryAfter)
    return response
  }
  const why = computation.error ?? 'The computation of this report was cancelled.'
  const error = {
    code: state === 'failed' ? 'internal' : 'conflict',
    message: `${why} Ask with again=1 to begin anew.`,
  }
  return json({ error, state, computation }, state === 'failed' ? 500 : 409)
}

export const GET = route({
  summary:
    'The agreement report as JSON; format=csv with table= one of its tables; html, to print; apa and latex, its Table 1; methods, a paragraph; script with language=, which computes it again. 202 with the state of the computation while it runs',
  params: z.object({ studyId: z.uuid() }),
  query,
  handle: async ({ actor, params, query: { format, table, language, ...asked } }) => {
    const answer = await readAgreement(actor, { ...params, ...asked, patienceMs })
    if (answer.state !== 'done') return unfinished(answer)
    return format === 'json' ? json(answer.report) : formats[format](answer.report, { format, table, language })
  },
})
