import { z } from 'zod'
import type { AgreementAnswer } from '@/lib/coding/agreement-request'
import { summaryTable } from '@/lib/formats/agreement-report/summary-csv'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { download, json } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { textStream } from '@/lib/http/text-stream'
import { agreementInput, readAgreement } from '@/lib/verbs/agreement'
import { shownText } from '../../../../shown-text'
import { type ReportFile, reportFiles, scriptFile, tableFile } from './report-files'

/** Longer than this no request is kept waiting. */
const patienceMs = 25_000

/** When to ask again, in seconds. */
const retryAfter = '3'

const query = agreementInput.extend({
  format: z.enum(['json', 'csv', 'html', 'apa', 'latex', 'methods', 'script', 'checksums']).default('json'),
  /** Of format=csv. */
  table: z.enum(agreementTables.map(({ name }) => name)).default('irr_summary'),
  /** Of format=script. */
  language: z.enum(['R', 'python']).default('R'),
})
type Written = Pick<z.infer<typeof query>, 'table' | 'language'> & { format: Exclude<Format, 'json'> }
type Format = z.infer<typeof query>['format']

function fileOf({ format, table, language }: Written): ReportFile {
  if (format === 'csv') return tableFile(agreementTables.find(({ name }) => name === table) ?? summaryTable)
  return format === 'script' ? scriptFile(language) : reportFiles[format]
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
    'The agreement report as JSON; format=csv with table= one of its tables; html, to print; apa and latex, its Table 1; methods, a paragraph; script with language=, which computes it again; checksums, the SHA-256 of each of these files. 202 with the state of the computation while it runs',
  params: z.object({ studyId: z.uuid() }),
  query,
  handle: async ({ actor, params, query: { format, table, language, ...asked } }) => {
    const answer = await readAgreement(actor, { ...params, ...asked, patienceMs })
    if (answer.state !== 'done') return unfinished(answer)
    if (format === 'json') return json(answer.report)
    const { name, contentType, write } = fileOf({ format, table, language })
    const text = await write(answer.report, () => shownText(actor, answer.report))
    return download(name, contentType, typeof text === 'string' ? text : textStream(text))
  },
})
