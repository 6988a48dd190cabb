import type { Membership } from '../../../../prisma/generated/client'
import type { SentBackTask } from '../../../coding/review/outcome-view'
import { db } from '../../../db'
import { may } from '../../../policy'
import { type OpenDocument, openDocuments, standingOf } from '../discussion/open-discussion'
import { quoteOf } from '../review/cluster-quotes'

interface Row {
  clusterId: string
  documentId: string
  number: number
  title: string
  quote: string
  reason: string
  decidedAt: Date
  codingId: string
  isDone: boolean
}

/**
 * Passages of these documents that reviewers sent back to their coders, with this coder's own coding.
 * @param documents that are open to the coder, who has submitted everything
 */
export async function readSentBack(
  { studyId, id, pseudonym }: Pick<Membership, 'studyId' | 'id' | 'pseudonym'>,
  documents: readonly OpenDocument[],
): Promise<SentBackTask[]> {
  if (documents.length === 0) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT k."id"::text AS "clusterId", d."id"::text AS "documentId", d."number", d."title", e."rationale" AS "reason",
      e."decidedAt", own."id"::text AS "codingId",
      ${quoteOf('k')} AS "quote",
      own."revision" > ALL(ARRAY(SELECT (seen ->> 'revision')::int FROM jsonb_array_elements(e."inputRevisions") seen
        WHERE seen ->> 'coder' = ${pseudonym})) AS "isDone"
    FROM "Cluster" k JOIN "Decision" e ON e."id" = k."decisionId" JOIN "Document" d ON d."id" = k."documentId"
      JOIN LATERAL (SELECT c."id", c."revision" FROM "Coding" c
        WHERE c."roundId" = k."roundId" AND c."documentId" = k."documentId" AND c."coderId" = ${id}::uuid
          AND c."submittedAt" IS NOT NULL ORDER BY c."revision" DESC LIMIT 1) own ON true
      JOIN jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS asked("roundId" uuid, "documentId" uuid)
        ON asked."roundId" = k."roundId" AND asked."documentId" = k."documentId"
    WHERE k."studyId" = ${studyId}::uuid AND k."state" = 'sent_back'
    ORDER BY d."number", k."start", k."id"`
  return rows.map(({ documentId, number, title, decidedAt, ...row }) => ({
    ...row,
    document: { id: documentId, number, title },
    at: decidedAt.toISOString(),
  }))
}

/** How many passages this member has still to look at again; most often there are none in the whole study. */
export async function countSentBack(membership: Membership): Promise<number> {
  if (!may(membership.roles, 'outcome.read')) return 0
  // Not by Prisma's own query, whose parameter keeps the database from using the index of just these.
  const [any] = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM "Cluster" WHERE "studyId" = ${membership.studyId}::uuid AND "state" = 'sent_back' LIMIT 1`
  if (!any || (await standingOf(membership)) === 'nobody') return 0
  const tasks = await readSentBack(membership, await openDocuments(membership))
  return tasks.filter(({ isDone }) => !isDone).length
}
