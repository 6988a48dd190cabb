import type { ReviewState } from '../../../../prisma/generated/client'
import type { Cluster } from '../../../coding/review/cluster'
import { lettersOf } from '../../../coding/review/letters'
import type { Transaction } from '../../../db'

/** A cluster as it is kept, with the letters of its readings. */
export interface StoredCluster extends Cluster {
  studyId: string
  roundId: string
  documentId: string
  /** Of the document. */
  number: number
  state: ReviewState
  decisionId: string | null
  /** Letter by pseudonym, in the order of the letters. */
  letters: ReadonlyMap<string, string>
}

type Row = Pick<StoredCluster, 'id' | 'studyId' | 'roundId' | 'documentId' | 'number' | 'state' | 'decisionId'> & {
  content: string
  /** Of the study. */
  secret: string
}

function toStoredCluster({ content, secret, ...row }: Row): StoredCluster {
  const cluster = JSON.parse(content) as Cluster
  return { ...cluster, ...row, letters: lettersOf(cluster, secret) }
}

/** The cluster as it was made last; nothing when its annotations have come to be in other ones since. */
export async function findCluster(
  reader: Transaction,
  studyId: string,
  clusterId: string,
): Promise<StoredCluster | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    SELECT k."id"::text AS "id", k."studyId"::text AS "studyId", k."roundId"::text AS "roundId",
      k."documentId"::text AS "documentId", k."number", k."state"::text AS "state", k."decisionId"::text AS "decisionId", x."content",
      s."letterSecret"::text AS "secret"
    FROM "Cluster" k JOIN "ClusterContent" x ON x."clusterId" = k."id" JOIN "Study" s ON s."id" = k."studyId"
    WHERE k."studyId" = ${studyId}::uuid AND k."id" = ${clusterId}::uuid`
  return row ? toStoredCluster(row) : null
}

/** All clusters of these documents of a round, each document's in the order of the text. */
export async function clustersOfDocuments(
  reader: Transaction,
  { studyId, roundId }: { studyId: string; roundId: string },
  documentIds: readonly string[],
): Promise<StoredCluster[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT k."id"::text AS "id", k."studyId"::text AS "studyId", k."roundId"::text AS "roundId",
      k."documentId"::text AS "documentId", k."number", k."state"::text AS "state", k."decisionId"::text AS "decisionId", x."content",
      s."letterSecret"::text AS "secret"
    FROM "Cluster" k JOIN "ClusterContent" x ON x."clusterId" = k."id" JOIN "Study" s ON s."id" = k."studyId"
    WHERE k."studyId" = ${studyId}::uuid AND k."roundId" = ${roundId}::uuid
      AND k."documentId" = ANY(${[...documentIds]}::uuid[])
    ORDER BY k."documentId", k."start", k."end", k."id"`
  return rows.map(toStoredCluster)
}
