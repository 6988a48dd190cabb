import { type Coding, Prisma } from '../../../prisma/generated/client'
import type { Ineligible } from '../../coding/coding-view'

/** What a coding says of its document's eligibility; null while nobody doubts it. */
export function toIneligible({
  ineligibleReason,
  ineligibleConfirmedAt,
}: Pick<Coding, 'ineligibleReason' | 'ineligibleConfirmedAt'>): Ineligible | null {
  return ineligibleReason === null ? null : { reason: ineligibleReason, confirmed: ineligibleConfirmedAt !== null }
}

/**
 * As a condition on a first submission, "Coding" c: the lead confirmed of none of its revisions that the document is not
 * eligible. What was submitted before that is missing from then on, never a zero. The few exceptions are looked up once.
 */
export function isEligible(studyId: string): Prisma.Sql {
  return Prisma.sql`c."id" <> ALL(ARRAY(
    SELECT f."id" FROM "Coding" held
      JOIN "Coding" f ON f."roundId" = held."roundId" AND f."documentId" = held."documentId"
        AND f."coderId" = held."coderId" AND f."revision" = 0
    WHERE held."studyId" = ${studyId}::uuid AND held."ineligibleConfirmedAt" IS NOT NULL))`
}
