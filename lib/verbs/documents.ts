import { z } from 'zod'
import type { DocumentSet } from '../../prisma/generated/client'
import { announce } from '../changes'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import {
  type DocumentInput,
  documentInputSchema,
  maxDocumentsPerImport,
  maxNamedRows,
  parseDocumentFile,
} from '../formats/documents'
import { assignEveryone } from './steps/assignments'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { type FrozenDocument, freezeDocuments, insertDocuments } from './steps/document-rows'
import { lockStudy } from './steps/study-lock'

/** Only say what would happen; and: import the good ones although others are rejected. */
const options = { dryRun: z.boolean().default(false), partial: z.boolean().default(false) }

export const importDocumentsInput = z.object({
  studyId: z.uuid(),
  documents: z.array(documentInputSchema).min(1, 'There is no document in it.').max(maxDocumentsPerImport),
  ...options,
})
export const importFilesInput = z.object({
  studyId: z.uuid(),
  files: z
    .array(z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }))
    .min(1, 'Choose a file.')
    .max(maxDocumentsPerImport),
  ...options,
})

/** Where a document or a bad row stands in what was sent: the file and the row in it, or the place in the list. */
export interface ImportSource {
  file?: string
  row?: number
  encoding?: string
}

/** What happened, or would happen, to each document. */
export interface ImportResult {
  imported: {
    title: string
    words: number
    excerpt: string
    /** What coders are warned of before they read. */
    contentNote?: string
    number?: number
    source: ImportSource
  }[]
  duplicates: { title: string; sameAs: string; source: ImportSource }[]
  rejected: { reason: string; source: ImportSource }[]
  /** What a person should look at before importing. */
  warnings: { file: string; message: string }[]
}

/** So many code points of a text are shown before it is imported. */
const excerptLength = 120

function excerptOf(text: string): string {
  return [...text.slice(0, 2 * excerptLength)].slice(0, excerptLength).join('').replace(/\s+/g, ' ')
}

/** Splits off the texts that the study, or the same import, has already. */
async function findDuplicates(studyId: string, frozen: FrozenDocument[]) {
  const known = new Map<string, string>()
  const rows = await db().document.findMany({
    where: { studyId, sha256: { in: frozen.map((document) => document.sha256) } },
    select: { sha256: true, title: true },
  })
  for (const row of rows) known.set(row.sha256, row.title)
  const fresh: FrozenDocument[] = []
  const duplicates: ImportResult['duplicates'] = []
  for (const document of frozen) {
    const sameAs = known.get(document.sha256)
    if (sameAs === undefined) fresh.push(document)
    else duplicates.push({ title: document.title, sameAs, source: document.source })
    known.set(document.sha256, sameAs ?? document.title)
  }
  return { fresh, duplicates }
}

function placeOf({ file, row }: ImportSource): string {
  return [file, row === undefined ? undefined : `row ${row}`].filter(Boolean).join(', ') || 'the import'
}

function refuse(rejected: ImportResult['rejected']): never {
  const fields = Object.fromEntries(
    rejected.slice(0, maxNamedRows).map(({ source, reason }) => [placeOf(source), reason]),
  )
  const message = `Nothing was imported: ${rejected.length} of the documents cannot be used. Mend them, or import only the others.`
  throw new AppError('invalid', message, { fields })
}

async function insert(actor: Actor, studyId: string, documents: FrozenDocument[]): Promise<number[]> {
  if (documents.length === 0) return []
  return transaction(async (tx) => {
    await lockStudy(tx, studyId)
    const numbers = await insertDocuments(tx, { studyId, importedById: actor.userId, documents })
    await assignEveryone(tx, studyId)
    await audit(tx, { actorId: actor.userId, studyId, action: 'documents.imported', detail: { count: numbers.length } })
    await announce(tx, { studyId, about: 'documents' })
    return numbers
  })
}

type Candidate = DocumentInput & { source: ImportSource }

async function importAll(
  actor: Actor,
  input: { studyId: string; dryRun: boolean; partial: boolean },
  candidates: Candidate[],
  { unreadable, warnings }: { unreadable: ImportResult['rejected']; warnings: ImportResult['warnings'] },
): Promise<ImportResult> {
  const frozen = await freezeDocuments(candidates)
  const rejected = [...unreadable, ...frozen.rejected]
  const { fresh, duplicates } = await findDuplicates(input.studyId, frozen.documents)
  const imported = fresh.map(({ title, words, text, metadata: { content_note: contentNote }, source }) => {
    return { title, words, excerpt: excerptOf(text), ...(contentNote ? { contentNote } : {}), source }
  })
  if (input.dryRun) return { imported, duplicates, rejected, warnings }
  if (rejected.length > 0 && !input.partial) refuse(rejected)
  const numbers = await insert(actor, input.studyId, fresh)
  return {
    imported: imported.map((document, place) => ({ ...document, number: numbers[place] ?? 0 })),
    duplicates,
    rejected,
    warnings,
  }
}

/**
 * Imports texts: freezes each with its SHA-256 and its units, leaves out those the study has already, and gives every
 * coder a coding of each new one. All are imported, or none, unless `partial` is set.
 * @throws AppError invalid that names every document which cannot be used
 */
export async function importDocuments(
  actor: Actor,
  input: z.infer<typeof importDocumentsInput>,
): Promise<ImportResult> {
  await authorize(actor, input.studyId, 'documents.import')
  const candidates = input.documents.map((document, index) => ({ ...document, source: { row: index + 1 } }))
  return importAll(actor, input, candidates, { unreadable: [], warnings: [] })
}

/**
 * Imports .txt, .csv and .jsonl files as `importDocuments` does; a row that cannot be read is rejected with its reason.
 * @throws AppError invalid that names every file and row which cannot be used
 */
export async function importFiles(actor: Actor, input: z.infer<typeof importFilesInput>): Promise<ImportResult> {
  await authorize(actor, input.studyId, 'documents.import')
  const candidates: Candidate[] = []
  const unreadable: ImportResult['rejected'] = []
  const warnings: ImportResult['warnings'] = []
  for (const { name, bytes } of input.files) {
    const { documents, rejected, encoding, warnings: found } = parseDocumentFile(name, bytes)
    for (const message of found) warnings.push({ file: name, message })
    const of = { file: name, ...(encoding ? { encoding } : {}) }
    for (const { source, ...document } of documents) candidates.push({ ...document, source: { ...of, ...source } })
    for (const { row, reason } of rejected) {
      unreadable.push({ reason, source: { ...of, ...(row === null ? {} : { row }) } })
    }
  }
  if (candidates.length > maxDocumentsPerImport) {
    throw new AppError(
      'too_large',
      `These files hold more than ${maxDocumentsPerImport} documents. Import them in parts.`,
    )
  }
  return importAll(actor, input, candidates, { unreadable, warnings })
}

export interface DocumentSummary {
  id: string
  number: number
  title: string
  metadata: Record<string, string>
  language: string
  words: number
  characters: number
  set: DocumentSet
  createdAt: Date
}

const summaryColumns = {
  id: true,
  number: true,
  title: true,
  metadata: true,
  language: true,
  length: true,
  set: true,
  createdAt: true,
} as const

type SummaryRow = Omit<DocumentSummary, 'metadata' | 'words' | 'characters'> & { metadata: unknown; length: number }

function summary({ length, metadata, ...row }: SummaryRow, words: number): DocumentSummary {
  return { ...row, metadata: metadata as Record<string, string>, words, characters: length }
}

/** The documents of the study in the order of their numbers. Words are word tokens, characters are code points. */
export async function listDocuments(actor: Actor, input: { studyId: string }): Promise<DocumentSummary[]> {
  const { studyId } = await authorize(actor, input.studyId, 'documents.read')
  const rows = await db().document.findMany({ where: { studyId }, select: summaryColumns, orderBy: { number: 'asc' } })
  // The tokens themselves would be most of what is read.
  const counts = await db().$queryRaw<{ id: string; words: number }[]>`
    SELECT "id"::text, cardinality("tokens") / 2 AS words FROM "Document" WHERE "studyId" = ${studyId}::uuid`
  const words = new Map(counts.map((count) => [count.id, count.words]))
  return rows.map((row) => summary(row, words.get(row.id) ?? 0))
}

/** One document with its text and sentences (flat pairs of code points). */
export async function readDocument(
  actor: Actor,
  input: { studyId: string; documentId: string },
): Promise<DocumentSummary & { text: string; direction: 'ltr' | 'rtl'; sha256: string; sentences: number[] }> {
  const { studyId } = await authorize(actor, input.studyId, 'documents.read')
  const row = await db().document.findUnique({
    where: { studyId_id: { studyId, id: input.documentId } },
    select: { ...summaryColumns, tokens: true, text: true, direction: true, sha256: true, sentences: true },
  })
  if (!row) throw new AppError('not_found', 'This document is not in the study.')
  const { tokens, text, sha256, sentences, direction, ...rest } = row
  const words = tokens.length / 2
  return { ...summary(rest, words), text, sha256, sentences, direction: direction === 'rtl' ? 'rtl' : 'ltr' }
}
