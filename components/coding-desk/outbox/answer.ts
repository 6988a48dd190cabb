import type { CodedRow } from '@/lib/coding/change'
import { RequestError } from '@/lib/http/client'

/** Why another try comes later: nothing answers, the server's disk is full, or something else that passes. */
export type Waiting = 'waiting' | 'offline' | 'full'

/** What an error means for a record: another try later, a new sign-in, a newer state to start from, or the end. */
export type Failure =
  | { kind: 'wait'; as: Waiting }
  | { kind: 'sign-in' }
  | { kind: 'stale'; current: CodedRow[] }
  | { kind: 'refused'; status: number; message: string }

const diskFull = 507
const passing = new Set([0, 408, 425, 429])

/** Reads an error of the server; what cannot be read counts as passing, so that nothing is given up by mistake. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof RequestError)) return { kind: 'wait', as: 'waiting' }
  const { status, body, message } = error
  if (status === 401) return { kind: 'sign-in' }
  if (status === diskFull) return { kind: 'wait', as: 'full' }
  if (passing.has(status) || status >= 500) return { kind: 'wait', as: error.isUnreachable ? 'offline' : 'waiting' }
  if (status === 409 && Array.isArray(body.current)) return { kind: 'stale', current: body.current as CodedRow[] }
  return { kind: 'refused', status, message }
}

/**
 * How long to wait before the next try, in milliseconds: doubled each time from one second to half a minute.
 * @param random in [0, 1): spreads the tries of many browsers after a restart of the server
 */
export function backoff(tries: number, random: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(tries, 10)) * (0.75 + random / 2)
}
