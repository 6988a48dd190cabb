import { db, type Transaction } from '../../../db'
import type { OpenDocument } from '../discussion/open-discussion'

/** How far the review of a document is, which its coders learn of only as far as it is open to them. */
export interface ReviewedSoFar extends OpenDocument {
  /** Clusters in which its coders differ. */
  differing: number
  /** Clusters still to be decided: while there are any, its coders see no decision. */
  open: number
  /** Clusters that were sent back to its coders. */
  sentBack: number
}

/**
 * How far the review of these documents is, as its clusters stand. Documents that only one coder coded have none.
 * @param butCluster is not counted as still to be decided
 */
export async function reviewedSoFar(
  documents: readonly OpenDocument[],
  reader: Transaction = db(),
  butCluster: string | null = null,
): Promise<ReviewedSoFar[]> {
  if (documents.length === 0) return []
  return reader.$queryRaw<ReviewedSoFar[]>`
    SELECT r."roundId"::text AS "roundId", r."documentId"::text AS "documentId",
      count(k."id") FILTER (WHERE cardinality(k."types") > 0)::int AS "differing",
      count(k."id") FILTER (WHERE k."id" IS DISTINCT FROM ${butCluster}::uuid AND k."state" <> 'decided')::int AS "open",
      count(k."id") FILTER (WHERE k."state" = 'sent_back')::int AS "sentBack"
    FROM jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS asked("roundId" uuid, "documentId" uuid)
      JOIN "ReviewedDocument" r ON r."roundId" = asked."roundId" AND r."documentId" = asked."documentId"
      LEFT JOIN "Cluster" k ON k."roundId" = r."roundId" AND k."documentId" = r."documentId"
    GROUP BY r."roundId", r."documentId" HAVING r."coders" > 1 OR count(k."id") > 0`
}

/**
 * Whether coders of these documents can read anything of their review beside the discussion: all decisions on one of them,
 * or what was sent back to them.
 * @param changedCluster what became of it just now may be what they can no longer read
 */
export async function hasOutcome(documents: readonly OpenDocument[], changedCluster?: string): Promise<boolean> {
  const found = await reviewedSoFar(documents, db(), changedCluster)
  return found.some(({ open, sentBack }) => open === 0 || sentBack > 0)
}
