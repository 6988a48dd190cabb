import { Prisma } from '../../../../prisma/generated/client'
import { codeFingerprint } from '../../../computing/code-fingerprint'
import { db, type Transaction } from '../../../db'

/** A document of a round whose clusters are to be made, with what names their content. */
export interface StaleDocument {
  documentId: string
  /** SHA-256 of all that decides the clusters and may change, in lower-case hexadecimal. */
  key: string
}

/** How the documents of a round stand, as far as their review is concerned. */
export interface Reviewability {
  /** Whose coders have all submitted, or hold the document not eligible. */
  reviewable: number
  /** Somebody has still to submit them, or nobody has: nothing of them is shown. */
  waiting: number
  /** Whether every coder has handed in everything. */
  isComplete: boolean
  /** Codings whose later revision was submitted: the report counts the first. */
  revised: number
  /** Reviewable ones whose clusters are missing, or were made from other content. */
  stale: StaleDocument[]
  /** Documents that have clusters and are not reviewable (any more). */
  obsolete: string[]
}

type Place = { studyId: string; roundId: string; documentId?: string; documentIds?: readonly string[] }

/**
 * What a coding adds to the content of its document's clusters. A submitted coding never changes, so its id stands for what
 * is in it and for its version of the codebook; of one that its coder holds not eligible only the reason counts.
 */
const contentOfCoding = Prisma.sql`CASE WHEN c."submittedAt" IS NOT NULL THEN uuid_send(c."id")
  WHEN c."ineligibleConfirmedAt" IS NOT NULL THEN uuid_send(c."id") || '!'::bytea
  ELSE uuid_send(c."id") || '?'::bytea || decode(md5(c."ineligibleReason"), 'hex') END`

/** The names by which entities are compared, as bytes. */
function namesOf(studyId: string): Prisma.Sql {
  return Prisma.sql`(SELECT sha256(coalesce(string_agg(
      uuid_send(n."entityId") || convert_to(concat_ws(E'\n', n."isCanonical", n."folded", n."name"), 'UTF8'), '\n'::bytea
      ORDER BY n."entityId", n."folded" COLLATE "C"), ''::bytea))
    FROM "EntityName" n WHERE n."studyId" = ${studyId}::uuid AND n."listed")`
}

/** As a condition on a first submission, "Coding" c: it is still waited for. Of who left or codes no longer, nothing is. */
export function isWaitedFor(studyId: string): Prisma.Sql {
  return Prisma.sql`c."revision" = 0 AND c."submittedAt" IS NULL AND c."ineligibleReason" IS NULL
    AND c."coderId" = ANY(ARRAY(SELECT m."id" FROM "Membership" m
      WHERE m."studyId" = ${studyId}::uuid AND m."leftAt" IS NULL AND 'coder' = ANY(m."roles")))`
}

/**
 * One row per document of the round: whether it waits for a coder, how many coders are parties to its review, and the key
 * of its clusters. A revision is only begun when the one before it was submitted, so that whoever submitted at all has
 * submitted revision 0.
 */
function keyedDocuments({ studyId, roundId, documentId, documentIds }: Place): Prisma.Sql {
  const oneDocument = documentId === undefined ? Prisma.empty : Prisma.sql`AND c."documentId" = ${documentId}::uuid`
  const some = documentIds ? Prisma.sql`AND c."documentId" = ANY(${[...documentIds]}::uuid[])` : Prisma.empty
  return Prisma.sql`
    SELECT c."documentId",
      bool_or(${isWaitedFor(studyId)}) AS "waits",
      count(*) FILTER (WHERE c."revision" = 0 AND (c."submittedAt" IS NOT NULL OR c."ineligibleReason" IS NOT NULL))
        - count(c."ineligibleConfirmedAt") AS "parties",
      count(c."ineligibleConfirmedAt") AS "out",
      count(*) FILTER (WHERE c."revision" = 1 AND c."submittedAt" IS NOT NULL) AS "revised",
      encode(sha256(convert_to(${codeFingerprint()}, 'UTF8') || ${namesOf(studyId)} || coalesce(string_agg(
        ${contentOfCoding}, ''::bytea ORDER BY c."id"
      ) FILTER (WHERE c."submittedAt" IS NOT NULL OR c."ineligibleReason" IS NOT NULL), ''::bytea)), 'hex') AS "key"
    FROM "Coding" c
    WHERE c."studyId" = ${studyId}::uuid AND c."roundId" = ${roundId}::uuid AND c."kind" = 'human' ${oneDocument} ${some}
    GROUP BY c."documentId"`
}

/**
 * One look at all codings of the round, or of one document of it: which documents can be reviewed, and whose clusters have
 * to be made again. Asked before anything of the review is read, so that nothing shows of a document that waits.
 */
export async function readReviewability(place: Place, reader: Transaction = db()): Promise<Reviewability> {
  const { roundId, documentId } = place
  const oneDocument = documentId === undefined ? Prisma.empty : Prisma.sql`AND r."documentId" = ${documentId}::uuid`
  // A full join, which is hashed whatever the planner expects: it has no statistics of an embedded database.
  const [row] = await reader.$queryRaw<Reviewability[]>`
    WITH keyed AS (${keyedDocuments(place)}),
    looked AS (
      SELECT keyed.*, made."documentId" AS "madeId", made."key" AS "madeKey",
        coalesce(NOT keyed."waits" AND keyed."parties" > 0, false) AS "isReady"
      FROM keyed FULL JOIN (
        SELECT r."documentId", r."key" FROM "ReviewedDocument" r WHERE r."roundId" = ${roundId}::uuid ${oneDocument}) made
      ON made."documentId" = keyed."documentId")
    SELECT count(*) FILTER (WHERE "isReady")::integer AS "reviewable",
      count(*) FILTER (WHERE "waits" OR ("parties" <= 0 AND "out" = 0))::integer AS "waiting",
      NOT coalesce(bool_or("waits"), true) AS "isComplete",
      coalesce(sum("revised"), 0)::integer AS "revised",
      coalesce(json_agg(json_build_object('documentId', "documentId", 'key', "key"))
        FILTER (WHERE "isReady" AND "madeKey" IS DISTINCT FROM "key"), '[]') AS "stale",
      coalesce(json_agg("madeId") FILTER (WHERE "madeId" IS NOT NULL AND NOT "isReady"), '[]') AS "obsolete"
    FROM looked`
  return row ?? { reviewable: 0, waiting: 0, isComplete: false, revised: 0, stale: [], obsolete: [] }
}

/** The keys that these documents have now, by id; those that cannot be reviewed have none. */
export async function readKeys(
  place: { studyId: string; roundId: string },
  documentIds: readonly string[],
  reader: Transaction,
): Promise<Map<string, string>> {
  const rows = await reader.$queryRaw<StaleDocument[]>`
    SELECT keyed."documentId"::text AS "documentId", keyed."key"
    FROM (${keyedDocuments({ ...place, documentIds })}) keyed WHERE NOT keyed."waits" AND keyed."parties" > 0`
  return new Map(rows.map(({ documentId, key }) => [documentId, key]))
}

/** The documents of a round that can be reviewed, in the order of their numbers. */
export async function listReviewable(place: Place, reader: Transaction = db()): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT d."id"::text AS "id" FROM (${keyedDocuments(place)}) keyed JOIN "Document" d ON d."id" = keyed."documentId"
    WHERE NOT keyed."waits" AND keyed."parties" > 0 ORDER BY d."number"`
  return rows.map(({ id }) => id)
}

/** What is waited for in a round, without a look at what was submitted. */
export interface Waiting {
  isComplete: boolean
  /** Documents that have clusters and wait for a coder (again). */
  obsolete: string[]
}

export async function readWaiting({ studyId, roundId }: Place): Promise<Waiting> {
  const [row] = await db().$queryRaw<Waiting[]>`
    SELECT count(*) = 0 AS "isComplete",
      coalesce(json_agg(DISTINCT r."documentId") FILTER (WHERE r."documentId" IS NOT NULL), '[]') AS "obsolete"
    FROM "Coding" c LEFT JOIN "ReviewedDocument" r ON r."roundId" = c."roundId" AND r."documentId" = c."documentId"
    WHERE c."studyId" = ${studyId}::uuid AND c."roundId" = ${roundId}::uuid AND c."state" IN ('assigned', 'open')
      AND c."kind" = 'human' AND ${isWaitedFor(studyId)}`
  return row ?? { isComplete: false, obsolete: [] }
}
