import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { CodedRow } from '@/lib/coding/change'

/** A row of an annotation in the database, with every version that its history has. */
export interface StoredRow {
  codingId: string
  id: string
  version: number
  deleted: boolean
  value: Pick<Extract<CodedRow, { kind: 'annotation' }>['value'], 'code' | 'segments' | 'attributes' | 'note'>
  history: number[]
}

/** Reads the embedded database of a server that has ended: what is on the disk, not what the server says. */
export async function storedRows(dataFolder: string): Promise<StoredRow[]> {
  const database = await PGlite.create({ dataDir: path.join(dataFolder, 'database') })
  try {
    const { rows } = await database.query<StoredRow>(`
      SELECT a."codingId", a."id", a."version", a."deletedAt" IS NOT NULL AS "deleted",
        jsonb_build_object('code', c."key", 'segments', a."segments", 'attributes', a."attributes", 'note', a."note") AS "value",
        ARRAY(SELECT h."version" FROM "AnnotationHistory" h
          WHERE h."codingId" = a."codingId" AND h."rowId" = a."id" ORDER BY h."version") AS "history"
      FROM "Annotation" a JOIN "Code" c ON c."id" = a."codeId" ORDER BY a."codingId", a."id"`)
    return rows
  } finally {
    await database.close()
  }
}
