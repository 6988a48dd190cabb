import type { ErrorBody } from '@/lib/errors'
import { RequestError } from '@/lib/http/client'
import { documents as words } from '../words/documents'

/** Where a document or a bad row stands: the file and, in a table, the row. */
interface ImportSource {
  file?: string
  row?: number
  encoding?: string
}

/** What would happen, or happened, to each document. */
export interface ImportOutcome {
  imported: { title: string; words: number; excerpt?: string; contentNote?: string; source: ImportSource }[]
  duplicates: { title: string; sameAs: string; source: ImportSource }[]
  rejected: { reason: string; source: ImportSource }[]
  /** What a person should look at before importing, such as a doubtful encoding. */
  warnings?: { file: string; message: string }[]
}

interface SendOptions {
  /** Only say what would happen. */
  dryRun?: boolean
  /** Import the good ones although others are rejected. */
  partial?: boolean
  signal: AbortSignal
}

async function refusalOf(response: Response): Promise<RequestError> {
  const body = (await response.json().catch(() => null)) as { error?: ErrorBody } | null
  return new RequestError(response.status, body?.error ?? { code: 'internal', message: words.noAnswer })
}

/**
 * Sends files to be imported, or only checked.
 * @throws RequestError with the server's message, or status 0 when there was no answer
 */
export async function sendDocuments(studyId: string, files: File[], options: SendOptions): Promise<ImportOutcome> {
  const query = new URLSearchParams()
  if (options.dryRun) query.set('dryRun', '1')
  if (options.partial) query.set('partial', '1')
  const body = new FormData()
  for (const file of files) body.append('files', file)
  const response = await fetch(`/api/studies/${studyId}/documents?${query}`, {
    method: 'POST',
    body,
    signal: options.signal,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestError(0, { code: 'internal', message: words.unreachable })
  })
  if (!response.ok) throw await refusalOf(response)
  return (await response.json()) as ImportOutcome
}
