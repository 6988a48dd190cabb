import { z } from 'zod'
import { AppError } from '../errors'
import { decodeText } from './decode-text'
import {
  canonicalLanguage,
  maxDocumentsPerImport,
  metadataProblem,
  type ParsedDocuments,
  titleProblem,
} from './document-fields'
import { parseCsvDocuments } from './documents-csv'
import { parseJsonlDocuments } from './documents-jsonl'
import { parseTextDocument } from './documents-text'

export { documentTextProblem, maxDocumentsPerImport } from './document-fields'

/** A string that one of the checks of a field passes; the check's own words are the message. */
function checked(problem: (value: string) => string | null) {
  return z.string().superRefine((value, context) => {
    const message = problem(value)
    if (message) context.addIssue({ code: 'custom', message })
  })
}

/** One document of POST /api/studies/:studyId/documents. Its text is checked with the others, so that all are named. */
export const documentInputSchema = z.strictObject({
  title: checked((title) => (title.trim() === '' ? 'Give the document a title.' : titleProblem(title))),
  text: z.string(),
  /** BCP 47 tag, e.g. "en"; canonical after parsing. */
  language: z
    .string()
    .refine((tag) => canonicalLanguage(tag) !== null, 'Write a language tag such as en, ar or pt-BR.')
    .transform((tag) => canonicalLanguage(tag) ?? tag)
    .optional(),
  metadata: z
    .record(z.string().min(1).max(100), z.string().max(5000))
    .default({})
    .refine((metadata) => metadataProblem(metadata) === null, 'Holds a character that cannot be stored.'),
})
export type DocumentInput = z.infer<typeof documentInputSchema>

/** What one file holds, and how its bytes were read; no encoding where they were not. */
export interface ParsedFile extends ParsedDocuments {
  encoding: string | null
  warnings: string[]
}

const parsers = new Map<string, (file: string, text: string) => ParsedDocuments>([
  ['txt', parseTextDocument],
  ['csv', parseCsvDocuments],
  ['tsv', parseCsvDocuments],
  ['jsonl', parseJsonlDocuments],
  ['ndjson', parseJsonlDocuments],
])

/** Reads a file of documents by the ending of its name. Never throws: what cannot be read is rejected with its reason. */
export function parseDocumentFile(fileName: string, bytes: Uint8Array): ParsedFile {
  const parser = parsers.get(/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '')
  if (!parser) return unread(`“${fileName}” cannot be read. Save it as .txt, .csv or .jsonl.`)
  try {
    const { text, encoding, warnings } = decodeText(bytes)
    return { ...withinBounds(parser(fileName, text)), encoding, warnings }
  } catch (error) {
    if (error instanceof AppError) return unread(error.message)
    throw error
  }
}

function unread(reason: string): ParsedFile {
  return { documents: [], rejected: [{ row: null, reason }], encoding: null, warnings: [] }
}

/** So many bad rows are named; a file with more is not a table of documents. */
export const maxNamedRows = 1000

function withinBounds(parsed: ParsedDocuments): ParsedDocuments {
  const count = parsed.documents.length
  if (count <= maxDocumentsPerImport) return { ...parsed, rejected: named(parsed.rejected) }
  const reason = `The file holds ${count} documents; ${maxDocumentsPerImport} go in one import. Split it.`
  return { documents: [], rejected: [{ row: null, reason }] }
}

function named(rejected: ParsedDocuments['rejected']): ParsedDocuments['rejected'] {
  const more = rejected.length - maxNamedRows
  if (more <= 0) return rejected
  return [...rejected.slice(0, maxNamedRows), { row: null, reason: `${more} more rows cannot be used either.` }]
}
