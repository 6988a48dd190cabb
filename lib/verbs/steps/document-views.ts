import type { DocumentView } from '../../coding/coding-view'
import { db, type Transaction } from '../../db'

type Row = Omit<DocumentView, 'direction'> & { direction: string }

/**
 * A document as whoever is not blinded may see it, with all that is known of it. Its units as JSON: Prisma takes seven times
 * as long for arrays of numbers, of which a text has thousands.
 */
export async function readDocumentView(documentId: string, reader: Transaction = db()): Promise<DocumentView> {
  const [row] = await reader.$queryRaw<Row[]>`
    SELECT "id"::text AS "id", "number", "title", "text", "length", "language", "direction", "metadata", "regions",
      to_json("paragraphs") AS "paragraphs", to_json("sentences") AS "sentences", to_json("tokens") AS "tokens",
      to_json("graphemeInteriors") AS "graphemeInteriors"
    FROM "Document" WHERE "id" = ${documentId}::uuid`
  if (!row) throw new Error(`There is no document ${documentId}.`)
  return { ...row, direction: row.direction === 'rtl' ? 'rtl' : 'ltr' }
}
