import type { DocumentView } from '../../coding/coding-view'
import { db } from '../../db'
import { isEligible } from './ineligible'

/** A submitted coding, known by pseudonym only. */
export interface SubmittedCoding {
  id: string
  documentId: string
  coder: string
  round: number
  codebookVersionId: string
}

/**
 * The independent layer of a study in every round: first submissions (revision 0) of human coders, but for documents that
 * the lead confirmed as not eligible. Submitted codings never change, so a list of them, once made, stands for the same
 * data however long the reading takes.
 */
export async function listSubmitted(studyId: string): Promise<SubmittedCoding[]> {
  return db().$queryRaw<SubmittedCoding[]>`
    SELECT c."id"::text AS "id", c."documentId"::text AS "documentId", m."pseudonym" AS "coder", r."number" AS "round",
      c."codebookVersionId"::text AS "codebookVersionId"
    FROM "Coding" c JOIN "Membership" m ON m."id" = c."coderId" JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND c."revision" = 0
      AND c."state" IN ('submitted', 'adjudicated') AND ${isEligible(studyId)}`
}

/** The same codings by their document. */
export function byDocument(codings: readonly SubmittedCoding[]): Map<string, SubmittedCoding[]> {
  const groups = new Map<string, SubmittedCoding[]>()
  for (const coding of codings) {
    const group = groups.get(coding.documentId)
    if (group) group.push(coding)
    else groups.set(coding.documentId, [coding])
  }
  return groups
}

/** What the formats need of a document. */
type CodedDocument = Pick<
  DocumentView,
  'id' | 'number' | 'title' | 'text' | 'length' | 'language' | 'paragraphs' | 'sentences' | 'tokens' | 'regions'
>

/** A page holds so many code points of text, or one longer document. */
const lengthOfPage = 500_000
const documentsOfPage = 50

/** What these documents are called and how long they are, in the order of their numbers: no text is read. */
export function listTitles(ids: readonly string[]) {
  return db().$queryRaw<Pick<CodedDocument, 'id' | 'number' | 'title' | 'length'>[]>`
    SELECT "id"::text AS "id", "number", "title", "length" FROM "Document" WHERE "id" = ANY(${ids}::uuid[])
    ORDER BY "number"`
}

/** The documents with these ids in the order of their numbers, a page at a time, so that no study fills the memory. */
export async function* readDocuments(studyId: string, ids: readonly string[]): AsyncGenerator<CodedDocument[]> {
  const numbered = await db().document.findMany({
    where: { studyId, id: { in: [...ids] } },
    select: { id: true, length: true },
    orderBy: { number: 'asc' },
  })
  for (const page of pagesOf(numbered)) yield await readPage(page.map(({ id }) => id))
}

function* pagesOf<Row extends { length: number }>(rows: readonly Row[]): Generator<Row[]> {
  let page: Row[] = []
  let length = 0
  for (const row of rows) {
    if (page.length > 0 && (page.length >= documentsOfPage || length + row.length > lengthOfPage)) {
      yield page
      page = []
      length = 0
    }
    page.push(row)
    length += row.length
  }
  if (page.length > 0) yield page
}

/** As JSON: Prisma takes seven times as long for arrays of numbers, of which a text has thousands. */
function readPage(ids: readonly string[]): Promise<CodedDocument[]> {
  return db().$queryRaw<CodedDocument[]>`
    SELECT "id"::text AS "id", "number", "title", "text", "length", "language", "regions", to_json("paragraphs") AS "paragraphs",
      to_json("sentences") AS "sentences", to_json("tokens") AS "tokens"
    FROM "Document" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "number"`
}
