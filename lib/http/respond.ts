import { randomUUID } from 'node:crypto'
import { AppError } from '../errors'
import { log } from '../log'

const privateHeaders = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** JSON that no cache keeps. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: privateHeaders })
}

/** A file to download, written as it is produced. */
export function download(fileName: string, contentType: string, body: ReadableStream<Uint8Array> | string): Response {
  return new Response(body, {
    headers: {
      ...privateHeaders,
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
}

/**
 * The one place where an error becomes a response. What is not an AppError says nothing; it is logged, and so is what
 * only whoever runs the server can mend.
 */
export function errorResponse(error: unknown): Response {
  if (error instanceof AppError) {
    if (error.status >= 500) log.error({ error }, error.message)
    return json({ error: error.toBody() }, error.status)
  }
  const requestId = randomUUID()
  log.error({ requestId, error }, 'a request failed')
  const message = `Something went wrong on the server. Try again; if it stays, ask for help and quote ${requestId}.`
  return json({ error: { code: 'internal', message, requestId } }, 500)
}
