import type { ErrorBody } from '../errors'

/** A request the server refused, or (status 0) one that never reached it. */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message)
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }
}

const unreachable: ErrorBody = { code: 'internal', message: 'The server cannot be reached. Check the connection.' }
const unreadable: ErrorBody = { code: 'internal', message: 'The server gave an answer that cannot be read.' }

async function errorBody(response: Response): Promise<ErrorBody> {
  const body = (await response.json().catch(() => null)) as { error?: ErrorBody } | null
  return body?.error ?? unreadable
}

/**
 * Asks the server for JSON, or sends JSON to it.
 * @param init.keepalive lets it arrive although the page is closed in the meantime
 * @throws RequestError with the server's message, or status 0 when there was no answer
 */
export async function requestJson<Result>(
  path: string,
  init: { method?: string; body?: unknown; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Result> {
  const response = await fetch(path, {
    method: init.method ?? 'GET',
    ...(init.body === undefined
      ? {}
      : { body: JSON.stringify(init.body), headers: { 'content-type': 'application/json' } }),
    ...(init.signal ? { signal: init.signal } : {}),
    ...(init.keepalive ? { keepalive: true } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError(0, unreachable)
  })
  if (!response.ok) throw new RequestError(response.status, await errorBody(response))
  return (await response.json()) as Result
}
