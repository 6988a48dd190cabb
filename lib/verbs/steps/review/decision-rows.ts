import type { DisagreementType } from '../../../coding/review/cluster'
import type { AcceptedMember, Cause, DecidedGold, Decision } from '../../../coding/review/decision'
import { db, type Transaction } from '../../../db'

/** A decision with what its record says beside what gold needs. */
export interface RecordedDecision extends Decision {
  roundId: string
  documentId: string
  types: DisagreementType[]
  inputRevisions: { codingId: string; coder: string; revision: number }[]
  /** Of the study: by it the letters are known that readings had then. */
  letterSecret: string
  /** Pseudonyms. */
  participants: string[]
  arbiterId: string
  /** Name of who decided. */
  by: string
  arbiterCoded: boolean
  namesHidden: boolean
  cause: Cause | null
  rationale: string
  codebookVersion: string
  decidedAt: Date
  supersedesId: string | null
  batchId: string | null
}

/** A decision without its place in the order in which decisions were made. */
export type UnnumberedDecision = Omit<RecordedDecision, 'sequence'>

type Row = Omit<RecordedDecision, 'sequence' | 'gold' | 'accepted'> & {
  sequence: number
  gold: DecidedGold
  accepted: AcceptedMember[]
}

/** All decisions about these documents of a round, in the order in which they were made. */
export async function readDecisions(
  { studyId, roundId }: { studyId: string; roundId: string },
  documentIds: readonly string[],
  reader: Transaction = db(),
): Promise<RecordedDecision[]> {
  return reader.$queryRaw<Row[]>`
    SELECT d."id"::text AS "id", d."sequence"::float8 AS "sequence", d."roundId"::text AS "roundId",
      d."documentId"::text AS "documentId", d."clusterId"::text AS "clusterId", d."kind"::text AS "kind", d."family",
      d."lineages", d."inputKey"::text AS "inputKey", d."types", d."inputRevisions", d."outcome"::text AS "outcome",
      d."method"::text AS "method", d."accepted", d."gold", d."participants", d."arbiterId"::text AS "arbiterId",
      u."name" AS "by", d."arbiterCoded", d."namesHidden", d."cause", d."rationale", d."codebookVersion", d."decidedAt",
      d."supersedesId"::text AS "supersedesId", d."batchId"::text AS "batchId", s."letterSecret"::text AS "letterSecret"
    FROM "Decision" d JOIN "Study" s ON s."id" = d."studyId" JOIN "Membership" m ON m."id" = d."arbiterId" JOIN "User" u ON u."id" = m."userId"
    WHERE d."studyId" = ${studyId}::uuid AND d."roundId" = ${roundId}::uuid
      AND d."documentId" = ANY(${documentIds}::uuid[])
    ORDER BY d."sequence"`
}
