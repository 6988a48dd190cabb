import { db } from '../../../db'
import type { OpenDocument } from '../discussion/open-discussion'

/** How many comments there are on each of these documents and its clusters, by document and round. */
export async function countComments(studyId: string, documents: readonly OpenDocument[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<(OpenDocument & { comments: number })[]>`
    SELECT t."roundId"::text AS "roundId", t."documentId"::text AS "documentId", count(*)::int AS "comments"
    FROM "Thread" t JOIN "Comment" c ON c."threadId" = t."id"
      JOIN jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS asked("roundId" uuid, "documentId" uuid)
        ON asked."roundId" = t."roundId" AND asked."documentId" = t."documentId"
    WHERE t."studyId" = ${studyId}::uuid GROUP BY t."roundId", t."documentId"`
  return new Map(rows.map(({ roundId, documentId, comments }) => [`${roundId} ${documentId}`, comments]))
}

/** How many comments each cluster of a document has, also those made before its annotations came to be in it. */
export async function countClusterComments(
  studyId: string,
  { roundId, documentId }: OpenDocument,
): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ clusterId: string; comments: number }[]>`
    SELECT k."id"::text AS "clusterId", count(*)::int AS "comments"
    FROM "Cluster" k JOIN "Thread" t ON t."roundId" = k."roundId" AND t."documentId" = k."documentId"
        AND t."subject" = 'cluster' AND (t."clusterId" = k."id" OR t."lineages" && k."lineages")
      JOIN "Comment" c ON c."threadId" = t."id"
    WHERE k."studyId" = ${studyId}::uuid AND k."roundId" = ${roundId}::uuid AND k."documentId" = ${documentId}::uuid
    GROUP BY k."id"`
  return new Map(rows.map(({ clusterId, comments }) => [clusterId, comments]))
}
