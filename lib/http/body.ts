import { AppError } from '../errors'

function tooLarge(limit: number): AppError {
  return new AppError('too_large', `The request is larger than ${Math.floor(limit / 1024)} KiB. Send less at once.`)
}

/**
 * The whole body of a request, or nothing: reading stops as soon as the bound is passed.
 * @param limit in bytes
 * @throws AppError too_large
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** @throws AppError invalid when the bytes are not JSON in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('invalid', 'The body of the request is not valid JSON. Send JSON in UTF-8.')
  }
}
