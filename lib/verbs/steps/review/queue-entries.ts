import { Prisma } from '../../../../prisma/generated/client'
import type { QueueEntry } from '../../../coding/review/review-view'
import { db } from '../../../db'
import { quoteOf } from './cluster-quotes'
import { comesAfter, cursorOf, placeOfCursor, type QueuePlace, queueOrder } from './queue-places'

const entriesOfPage = 50

type Row = Omit<QueueEntry, 'document'> & QueuePlace & { documentId: string; title: string }

function toEntry({ documentId, number, title, severity: _, start: __, ...entry }: Row): QueueEntry {
  return { ...entry, document: { id: documentId, number, title } }
}

/**
 * One page of the queue.
 * @param which the queue, as a condition on "Cluster" c
 * @param after the cursor of the page before
 */
export async function readEntries(
  which: Prisma.Sql,
  after: string | undefined,
): Promise<{ entries: QueueEntry[]; next: string | null }> {
  const from = after === undefined ? [] : [placeOfCursor(after)]
  const rows = await readRows(which, from)
  const entries = rows.slice(0, entriesOfPage)
  const last = entries.at(-1)
  return { entries: entries.map(toEntry), next: rows.length > entriesOfPage && last ? cursorOf(last) : null }
}

/** Chosen first, then joined: texts are read of the clusters on the page only. */
function readRows(which: Prisma.Sql, [after]: QueuePlace[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT c.* FROM "Cluster" c WHERE ${which} AND ${after ? comesAfter(after) : Prisma.sql`true`}
      ORDER BY ${queueOrder} LIMIT ${entriesOfPage + 1})
    SELECT c."id"::text AS "id", c."documentId"::text AS "documentId", c."number", d."title", c."kind"::text AS "kind",
      c."family", to_json(c."codes") AS "codes", to_json(c."types") AS "types", c."state"::text AS "state", c."cause",
      c."severity", c."start", a."assigneeId"::text AS "assignee",
      CASE c."kind" WHEN 'variable' THEN (SELECT k."content"::jsonb ->> 'variable' FROM "ClusterContent" k
        WHERE k."clusterId" = c."id") END AS "variable",
      ${quoteOf('c')} AS "quote"
    FROM page c JOIN "Document" d ON d."id" = c."documentId"
      LEFT JOIN "ReviewAssignment" a ON a."roundId" = c."roundId" AND a."documentId" = c."documentId"
    ORDER BY ${queueOrder}`
}
