import type { CodedRow } from '@/lib/coding/change'
import type { CodingView } from '@/lib/coding/coding-view'
import { RequestError, requestJson } from '@/lib/http/client'
import type { ChangesRecord, SubmitRecord } from './record'

const pathOf = (codingId: string) => `/api/codings/${encodeURIComponent(codingId)}`

/** Sends a list of changes. @returns the rows with their new versions */
export async function sendChanges(record: ChangesRecord): Promise<CodedRow[]> {
  const body = { changes: record.changes }
  const { rows } = await requestJson<{ rows: CodedRow[] }>(`${pathOf(record.codingId)}/changes`, {
    method: 'POST',
    body,
  })
  return rows
}

/** Submits the coding. */
export async function sendSubmit(record: SubmitRecord): Promise<void> {
  const body = record.nothingToCode ? { nothingToCode: true } : {}
  await requestJson(`${pathOf(record.codingId)}/submit`, { method: 'POST', body })
}

/** Reads the coding again. */
export function readCoding(codingId: string): Promise<CodingView> {
  return requestJson<CodingView>(pathOf(codingId))
}

/** Whether an answer says that something is not for who asks. */
export const isClosed = (status: number) => status === 403 || status === 404

/** Whether the coding is closed to who is signed in now: it belongs to somebody else. */
export async function isSomebodyElses(codingId: string): Promise<boolean> {
  try {
    await readCoding(codingId)
    return false
  } catch (error) {
    return error instanceof RequestError && isClosed(error.status)
  }
}

/** Tells how long a sitting has lasted so far, in seconds; also from a page that is being closed. */
export async function sendActiveTime(codingId: string, sessionId: string, seconds: number): Promise<void> {
  await requestJson(`${pathOf(codingId)}/active`, { method: 'POST', body: { sessionId, seconds }, keepalive: true })
}
