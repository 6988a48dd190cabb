import { type Membership, Prisma } from '../../../../prisma/generated/client'
import { db, type Transaction } from '../../../db'
import { may, mustSubmitFirst } from '../../../policy'
import { isDoneForGood } from '../authorize'

/**
 * As whom a member reads discussions and outcomes now: a reviewer those of all documents, a coder those of the documents
 * that are open to coders, and nobody none. Whoever codes is nobody until all own codings are submitted, or confirmed as
 * not eligible: a claim of the coder alone would open the others' work and could then be taken back.
 */
export type Standing = 'reviewer' | 'coder' | 'nobody'

export async function standingOf(membership: Membership, reader: Transaction = db()): Promise<Standing> {
  const { roles } = membership
  const codes = may(roles, 'outcome.read')
  if ((codes || mustSubmitFirst(roles, 'review.read')) && !(await isDoneForGood(membership, reader))) return 'nobody'
  if (may(roles, 'review.read')) return 'reviewer'
  return codes ? 'coder' : 'nobody'
}

/**
 * As a condition on a first submission, "Coding" c, and its "Round" r: the lead has released the round, and every coder
 * of the document who is still one has submitted it or holds it not eligible. What the coder holds not eligible now is not
 * open to that coder, though it was submitted before.
 */
const isOpen = Prisma.sql`r."releasedAt" IS NOT NULL AND c."kind" = 'human' AND c."revision" = 0
  AND c."submittedAt" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Coding" held WHERE held."roundId" = c."roundId" AND held."documentId" = c."documentId"
      AND held."coderId" = c."coderId" AND held."ineligibleReason" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "Coding" later WHERE later."roundId" = held."roundId" AND later."documentId" = held."documentId"
          AND later."coderId" = held."coderId" AND later."revision" > held."revision"))
  AND NOT EXISTS (
    SELECT 1 FROM "Coding" o JOIN "Membership" m ON m."id" = o."coderId"
    WHERE o."roundId" = c."roundId" AND o."documentId" = c."documentId" AND o."kind" = 'human' AND o."revision" = 0
      AND o."submittedAt" IS NULL AND o."ineligibleReason" IS NULL AND m."leftAt" IS NULL AND 'coder' = ANY(m."roles"))`

export interface OpenDocument {
  roundId: string
  documentId: string
}

/**
 * The documents whose review is open to this coder, of the newest round first. Only such that the coder has submitted:
 * one held not eligible, confirmed or not, may yet have to be coded.
 * @param membership of a coder who has nothing left to code: see `standingOf`
 * @param documentId only this document: in how many rounds it is open, hardly ever in more than one
 */
export async function openDocuments(
  { studyId, id }: Pick<Membership, 'studyId' | 'id'>,
  { documentId, reader = db() }: { documentId?: string; reader?: Transaction } = {},
): Promise<OpenDocument[]> {
  const only = documentId === undefined ? Prisma.empty : Prisma.sql`AND c."documentId" = ${documentId}::uuid`
  return reader.$queryRaw<OpenDocument[]>`
    SELECT c."roundId"::text AS "roundId", c."documentId"::text AS "documentId"
    FROM "Coding" c JOIN "Round" r ON r."id" = c."roundId" JOIN "Document" d ON d."id" = c."documentId"
    WHERE c."studyId" = ${studyId}::uuid AND c."coderId" = ${id}::uuid AND ${isOpen} ${only}
    ORDER BY r."number" DESC, d."number"`
}

/** Whether the review of this document is open to this coder in this round. */
export async function isOpenDocument(
  { studyId, id }: Pick<Membership, 'studyId' | 'id'>,
  { roundId, documentId }: OpenDocument,
  reader: Transaction = db(),
): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM "Coding" c JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."coderId" = ${id}::uuid AND c."roundId" = ${roundId}::uuid
      AND c."documentId" = ${documentId}::uuid AND ${isOpen}`
  return rows.length > 0
}

/**
 * Whether discussions about codes, which tell of no document, are open to this coder: all rounds in which the coder has
 * codings are released, and none of the codings can still have to be done.
 */
export async function areCodesOpen(
  { studyId, id }: Pick<Membership, 'studyId' | 'id'>,
  reader: Transaction = db(),
): Promise<boolean> {
  const [row] = await reader.$queryRaw<{ codings: number; waiting: number }[]>`
    SELECT count(*)::int AS "codings", count(*) FILTER (WHERE r."releasedAt" IS NULL OR c."submittedAt" IS NULL
      AND c."ineligibleConfirmedAt" IS NULL)::int AS "waiting"
    FROM "Coding" c JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."coderId" = ${id}::uuid AND c."kind" = 'human' AND c."revision" = 0`
  return row !== undefined && row.codings > 0 && row.waiting === 0
}
