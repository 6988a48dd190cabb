import { z } from 'zod'
import { announce } from '../changes'
import { type ReviewFilters, reviewFilters } from '../coding/review/review-filters'
import { shareOut } from '../coding/review/share-out'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { may } from '../policy'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { freshReview } from './steps/review/refresh-review'
import { allOf, clusterConditions } from './steps/review/review-conditions'
import { type RoundToReview, roundToReview } from './steps/review/review-rounds'

/** The lead's form about who reviews what is left under these filters; the round is named by its id. */
export const assignReviewInput = reviewFilters.omit({ round: true }).extend({
  studyId: z.uuid(),
  roundId: z.uuid(),
  /** Ids of members who may decide; with none, nobody is assigned any more. */
  assignees: z.array(z.uuid()).max(100),
})

/** @throws AppError invalid for who is no reviewer (any more) */
async function requireReviewers(tx: Transaction, studyId: string, ids: readonly string[]): Promise<void> {
  const members = await tx.membership.findMany({ where: { studyId, id: { in: [...ids] }, leftAt: null } })
  const reviewers = new Set(members.filter(({ roles }) => may(roles, 'review.decide')).map(({ id }) => id))
  if (ids.every((id) => reviewers.has(id))) return
  const message = 'Choose leads and adjudicators of this study. Somebody may have left: reload the page.'
  throw new AppError('invalid', message, { fields: { assignees: message } })
}

interface DocumentRow {
  id: string
  coderIds: string[]
}

/** The documents of the clusters that the filters leave, with who of these members coded each, in whichever round. */
function documentsUnder(
  tx: Transaction,
  round: RoundToReview,
  filters: ReviewFilters,
  readerId: string,
  assignees: readonly string[],
): Promise<DocumentRow[]> {
  const which = allOf(round, clusterConditions(round, filters, readerId))
  return tx.$queryRaw<DocumentRow[]>`
    SELECT d."id"::text AS "id", coalesce((
        SELECT json_agg(DISTINCT own."coderId") FROM "Coding" own
        WHERE own."studyId" = d."studyId" AND own."documentId" = d."id" AND own."kind" = 'human'
          AND own."coderId" = ANY(${assignees}::uuid[])
          AND (own."submittedAt" IS NOT NULL OR own."ineligibleReason" IS NOT NULL)), '[]') AS "coderIds"
    FROM "Document" d
    WHERE d."studyId" = ${round.studyId}::uuid
      AND d."id" = ANY(ARRAY(SELECT DISTINCT c."documentId" FROM "Cluster" c WHERE ${which}))
    ORDER BY d."number"`
}

/** Puts these assignments in place of the older ones of the same documents. */
async function replaceAssignments(
  tx: Transaction,
  { id, studyId }: RoundToReview,
  documents: readonly DocumentRow[],
  shares: ReadonlyMap<string, string>,
): Promise<void> {
  const documentIds = documents.map((document) => document.id)
  await tx.reviewAssignment.deleteMany({ where: { roundId: id, documentId: { in: documentIds } } })
  const rows = Array.from(shares, ([documentId, assigneeId]) => ({ documentId, assigneeId }))
  await tx.$executeRaw`
    INSERT INTO "ReviewAssignment" ("roundId", "documentId", "studyId", "assigneeId")
    SELECT ${id}::uuid, r."documentId", ${studyId}::uuid, r."assigneeId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("documentId" uuid, "assigneeId" uuid)`
}

/**
 * Shares the documents of what is left under the filters out among reviewers, evenly, by whole documents. Nobody gets a
 * document that they coded unless all of them did. Whoever had one of these documents before has it no longer.
 * @throws AppError forbidden for who is no lead, or still codes; not_found for a round of another study; invalid for who
 *   cannot review
 */
export async function assignReview(
  actor: Actor,
  input: z.infer<typeof assignReviewInput>,
): Promise<{ documents: number }> {
  const { studyId } = await authorize(actor, input.studyId, 'review.manage')
  const { roundId, assignees, studyId: _, ...filters } = input
  await roundToReview(studyId, roundId)
  await freshReview({ studyId, roundId })
  return transaction(async (tx) => {
    const membership = await authorize(actor, studyId, 'review.manage', tx)
    await tx.$queryRaw`SELECT 1 FROM "Round" WHERE "id" = ${roundId}::uuid FOR NO KEY UPDATE`
    const round = await roundToReview(studyId, roundId, tx)
    await requireReviewers(tx, studyId, assignees)
    const documents = await documentsUnder(tx, round, filters, membership.id, assignees)
    await replaceAssignments(tx, round, documents, shareOut(documents, assignees))
    const detail = { roundId, assignees, documents: documents.length }
    await audit(tx, { actorId: actor.userId, studyId, action: 'review.assigned', detail })
    await announce(tx, { studyId, about: 'review' })
    return { documents: documents.length }
  })
}
