import { type Membership, Prisma } from '../../../../prisma/generated/client'
import { methodOf, type OneStep } from '../../../coding/review/one-step-rules'
import type { Transaction } from '../../../db'
import { standAnew } from './cluster-standings'
import { isOpenToSteps } from './one-step-decisions'
import type { RoundToReview } from './review-rounds'
import { readReviewability } from './reviewable-documents'

/** Decisions on very many clusters, each kind of row in one statement: what they make gold was kept with the clusters. */

/** The rule by which a step decides, as its record says it. */
const rationales: Record<OneStep, string> = {
  unanimous: '',
  trivial:
    'Rule: where coders differ only in white space, punctuation, quotation marks or articles at the ends of a span, the longest span without white space at its ends.',
  half: 'Rule: where coders differ only in the boundaries of spans of one code and target, and any two of them share at least half of what they cover, the longest span without white space at its ends.',
}

/**
 * Locks the documents of the round against everybody else who decides, in the order of their ids. Those whose clusters are
 * out of date are left out: nothing is decided on an input that has changed.
 */
async function lockUpToDate(tx: Transaction, { studyId, id }: RoundToReview): Promise<string[]> {
  const locked = await tx.$queryRaw<{ documentId: string }[]>`
    SELECT "documentId"::text AS "documentId" FROM "ReviewedDocument" WHERE "roundId" = ${id}::uuid
    ORDER BY "ReviewedDocument"."documentId" FOR UPDATE`
  const { stale, obsolete } = await readReviewability({ studyId, roundId: id }, tx)
  const outOfDate = new Set([...obsolete, ...stale.map(({ documentId }) => documentId)])
  return locked.flatMap(({ documentId }) => (outOfDate.has(documentId) ? [] : [documentId]))
}

/** Whether this member coded the document of a row, in whichever round, or judged it not eligible. */
function isCodedBy({ id, studyId }: Membership): Prisma.Sql {
  return Prisma.sql`about."documentId" = ANY(ARRAY(SELECT own."documentId" FROM "Coding" own
    WHERE own."studyId" = ${studyId}::uuid AND own."coderId" = ${id}::uuid AND own."kind" = 'human'
      AND (own."submittedAt" IS NOT NULL OR own."ineligibleReason" IS NOT NULL)))`
}

/** As a condition on "Decision" d: it is about what a row is about, whichever annotations that has now. */
const isAboutSame = Prisma.sql`d."studyId" = about."studyId" AND d."roundId" = about."roundId"
  AND d."documentId" = about."documentId" AND d."kind" = about."kind" AND d."family" = about."family"
  AND d."lineages" && about."lineages"`

const columns = Prisma.sql`"id", "studyId", "roundId", "documentId", "clusterId", "kind", "family", "lineages", "inputKey",
  "types", "inputRevisions", "outcome", "method", "accepted", "gold", "participants", "arbiterId", "arbiterCoded",
  "namesHidden", "rationale", "codebookVersion", "decidedAt", "supersedesId", "batchId"`

/** Who makes the decisions of a step, and where. */
interface Stepping {
  membership: Membership
  round: RoundToReview
  batchId: string
  codebookVersion: string
}

/**
 * Decides every cluster of the round that the step decides, and says so at the clusters.
 * @returns how many
 */
export async function writeStep(tx: Transaction, step: OneStep, stepping: Stepping): Promise<number> {
  const { membership, round, batchId, codebookVersion } = stepping
  const documentIds = await lockUpToDate(tx, round)
  return tx.$executeRaw`
    WITH made AS (
      INSERT INTO "Decision" (${columns})
      SELECT gen_random_uuid(), about."studyId", about."roundId", about."documentId", about."id", about."kind",
        about."family", about."lineages", about."inputKey", about."types", r."revisions", 'accept',
        ${methodOf(step)}::"ReviewMethod", k."steps" -> ${step}::text -> 'accepted', k."steps" -> ${step}::text -> 'gold',
        '{}', ${membership.id}::uuid, ${isCodedBy(membership)}, ${!round.showNames}, ${rationales[step]},
        ${codebookVersion}, ${new Date().toISOString()}::timestamp,
        (SELECT d."id" FROM "Decision" d WHERE ${isAboutSame} ORDER BY d."sequence" DESC LIMIT 1), ${batchId}::uuid
      FROM "Cluster" about JOIN "ClusterContent" k ON k."clusterId" = about."id"
        JOIN "ReviewedDocument" r ON r."roundId" = about."roundId" AND r."documentId" = about."documentId"
      WHERE about."roundId" = ${round.id}::uuid AND ${step} = ANY(about."steps") AND ${isOpenToSteps('about')}
        AND about."documentId" = ANY(${documentIds}::uuid[])
      RETURNING "id", "clusterId")
    UPDATE "Cluster" SET "state" = 'decided', "cause" = NULL, "decisionId" = made."id"
    FROM made WHERE "Cluster"."id" = made."clusterId"`
}

const emptyGold = JSON.stringify({ annotations: [], value: null, values: [], eligibility: null })

/**
 * Takes back every decision of a step that is still the last on its cluster, also where the documents wait for a coder now.
 * What somebody decided since stays.
 * @returns how many
 */
export async function writeUndo(tx: Transaction, undoneId: string, stepping: Stepping): Promise<number> {
  const { membership, round, batchId, codebookVersion } = stepping
  await lockUpToDate(tx, round)
  const [row] = await tx.$queryRaw<{ taken: number; asked: string[] }[]>`
    WITH taken AS (
      INSERT INTO "Decision" (${columns})
      SELECT gen_random_uuid(), about."studyId", about."roundId", about."documentId", about."clusterId", about."kind",
        about."family", about."lineages", about."inputKey", about."types", about."inputRevisions", 'withdraw',
        about."method", '[]', ${emptyGold}::jsonb, '{}', ${membership.id}::uuid, ${isCodedBy(membership)},
        ${!round.showNames}, '', ${codebookVersion}, ${new Date().toISOString()}::timestamp, about."id",
        ${batchId}::uuid
      FROM "Decision" about
      WHERE about."studyId" = ${round.studyId}::uuid AND about."batchId" = ${undoneId}::uuid
        AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE ${isAboutSame} AND d."sequence" > about."sequence")
      RETURNING "id", "supersedesId", "documentId"),
    opened AS (
      UPDATE "Cluster" SET "state" = 'open', "cause" = NULL, "decisionId" = NULL
      FROM taken WHERE "Cluster"."decisionId" = taken."supersedesId")
    SELECT count(*)::integer AS "taken", ARRAY(SELECT DISTINCT k."documentId"::text FROM "Cluster" k JOIN taken
      ON k."documentId" = taken."documentId" WHERE k."roundId" = ${round.id}::uuid AND k."kind" = 'eligibility') AS "asked"
    FROM taken`
  const { taken = 0, asked = [] } = row ?? {}
  // What is void there stays void.
  if (asked.length > 0) await standAnew(tx, { studyId: round.studyId, roundId: round.id }, asked)
  return taken
}
