import type { CoderQuestion } from '@/lib/coding/coder-question'
import type { CodingView } from '@/lib/coding/coding-view'
import { requestJson } from '@/lib/http/client'
import type { Span } from '@/lib/text/spans'

const pathOf = (codingId: string) => `/api/codings/${encodeURIComponent(codingId)}`

/** Asks the lead about a stretch of the article. Sending the same question again changes nothing. */
export function askLead(codingId: string, id: string, { start, end }: Span, question: string): Promise<CoderQuestion> {
  return requestJson(`${pathOf(codingId)}/questions/${id}`, { method: 'PUT', body: { start, end, question } })
}

/** Says that the document is not eligible, with a reason, or takes that back (null). */
export async function setEligibility(codingId: string, reason: string | null): Promise<CodingView['ineligible']> {
  const body = reason === null ? { eligible: true } : { eligible: false, reason }
  const { ineligible } = await requestJson<Pick<CodingView, 'ineligible'>>(`${pathOf(codingId)}/eligibility`, {
    method: 'PUT',
    body,
  })
  return ineligible
}

/** Begins the next revision of a submitted coding. @returns its id */
export async function reopen(codingId: string, reason: string): Promise<string> {
  const opened = await requestJson<{ codingId: string }>(`${pathOf(codingId)}/reopen`, {
    method: 'POST',
    body: { reason },
  })
  return opened.codingId
}
