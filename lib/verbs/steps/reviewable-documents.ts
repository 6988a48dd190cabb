import { Prisma } from '../../../prisma/generated/client'
import { codeFingerprint } from '../../computing/code-fingerprint'
import { db, type Transaction } from '../../db'

/** A document of a round whose clusters are to be made, with what names their content. */
export interface StaleDocument {
  documentId: string
  /** SHA-256 of all that decides the clusters, in lower-case hexadecimal. */
  key: string
}

/** How the documents of a round stand, as far as their review is concerned. */
export interface Reviewability {
  /** Whose coders have all submitted, or hold the document not eligible. */
  reviewable: number
  /** Somebody has still to submit them, or nobody has: nothing of them is shown. */
  waiting: number
  /** Codings whose later revision was submitted: the report counts the first. */
  revised: number
  /** Reviewable ones whose clusters are missing, or were made from other content. */
  stale: StaleDocument[]
  /** Documents that have clusters and are not reviewable (any more). */
  obsolete: string[]
}

type Place = { studyId: string; roundId: string; documentId?: string }

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

/**
 * One row per document of the round: whether it waits for a coder, how many coders are parties to its review, and the key
 * of its clusters. A revision is only begun when the one before it was submitted, so that whoever submitted at all has
 * submitted revision 0; and of who left, or codes no longer, nothing is waited for.
 */
function keyedDocuments({ studyId, roundId, documentId }: Place): Prisma.Sql {
  const oneDocument = documentId === undefined ? Prisma.empty : Prisma.sql`AND c."documentId" = ${documentId}::uuid`
  return Prisma.sql`
    SELECT c."documentId",
      bool_or(c."revision" = 0 AND c."submittedAt" IS NULL AND c."ineligibleReason" IS NULL
        AND c."coderId" = ANY(ARRAY(SELECT m."id" FROM "Membership" m
          WHERE m."studyId" = ${studyId}::uuid AND m."leftAt" IS NULL AND 'coder' = ANY(m."roles")))) AS "waits",
      count(*) FILTER (WHERE c."revision" = 0 AND (c."submittedAt" IS NOT NULL OR c."ineligibleReason" IS NOT NULL))
        - count(c."ineligibleConfirmedAt") AS "parties",
      count(c."ineligibleConfirmedAt") AS "out",
      count(*) FILTER (WHERE c."revision" = 1 AND c."submittedAt" IS NOT NULL) AS "revised",
      encode(sha256(convert_to(${codeFingerprint()}, 'UTF8') || ${namesOf(studyId)} || coalesce(string_agg(
        ${contentOfCoding}, ''::bytea ORDER BY c."id"
      ) FILTER (WHERE c."submittedAt" IS NOT NULL OR c."ineligibleReason" IS NOT NULL), ''::bytea)), 'hex') AS "key"
    FROM "Coding" c
    WHERE c."studyId" = ${studyId}::uuid AND c."roundId" = ${roundId}::uuid AND c."kind" = 'human' ${oneDocument}
    GROUP BY c."documentId"`
}

/**
 * One look at all codings of the round, or of one document of it: which documents can be reviewed, and whose clusters have
 * to be made again. Asked before anything of the review is read, so that nothing shows of a document that waits.
 */
export async function readReviewability(place: Place, reader: Transaction = db()): Promise<Reviewability> {
  const { roundId, documentId } = place
  const oneDocument = documentId === undefined ? Prisma.empty : Prisma.sql`AND r."documentId" = ${documentId}::uuid`
  const [row] = await reader.$queryRaw<Reviewability[]>`
    WITH keyed AS MATERIALIZED (${keyedDocuments(place)}),
    ready AS MATERIALIZED (SELECT "documentId", "key" FROM keyed WHERE NOT "waits" AND "parties" > 0),
    made AS MATERIALIZED (
      SELECT r."documentId", r."key" FROM "ReviewedDocument" r WHERE r."roundId" = ${roundId}::uuid ${oneDocument})
    SELECT
      (SELECT count(*) FROM ready)::integer AS "reviewable",
      (SELECT count(*) FROM keyed WHERE "waits" OR ("parties" <= 0 AND "out" = 0))::integer AS "waiting",
      (SELECT coalesce(sum("revised"), 0) FROM keyed)::integer AS "revised",
      (SELECT coalesce(json_agg(json_build_object('documentId', ready."documentId", 'key', ready."key")), '[]')
        FROM ready LEFT JOIN made ON made."documentId" = ready."documentId"
        WHERE made."key" IS DISTINCT FROM ready."key") AS "stale",
      (SELECT coalesce(json_agg(made."documentId"), '[]')
        FROM made LEFT JOIN ready ON ready."documentId" = made."documentId"
        WHERE ready."documentId" IS NULL) AS "obsolete"`
  return row ?? { reviewable: 0, waiting: 0, revised: 0, stale: [], obsolete: [] }
}

/** The documents of a round that can be reviewed, in the order of their numbers. */
export async function listReviewable(place: Place, reader: Transaction = db()): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT d."id"::text AS "id" FROM (${keyedDocuments(place)}) keyed JOIN "Document" d ON d."id" = keyed."documentId"
    WHERE NOT keyed."waits" AND keyed."parties" > 0 ORDER BY d."number"`
  return rows.map(({ id }) => id)
}
