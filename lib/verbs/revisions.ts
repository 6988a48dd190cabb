import { z } from 'zod'
import type { Coding } from '../../prisma/generated/client'
import type { CodingState, Ineligible } from '../coding/coding-view'
import { reasonSchema } from '../coding/free-text'
import { db, type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { may } from '../policy'
import { announceCoding } from './steps/announcements'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { insertNextRevision, isNewestRevision, newestRevisionOf } from './steps/coding-revisions'
import { toIneligible } from './steps/ineligible'
import { codingFor, isSubmitted, lockCoding, unknownCoding } from './steps/own-coding'

/** Body of POST /api/codings/:codingId/reopen. */
export const reopenCodingInput = z.strictObject({ reason: reasonSchema })

interface Reopened {
  codingId: string
  state: CodingState
  revision: number
}

function toReopened({ id, state, revision }: Coding): Reopened {
  return { codingId: id, state, revision }
}

/** The coder reopens the own coding, a lead anybody's: for another coder there is no such coding. */
async function mayReopen(actor: Actor, codingId: string, tx: Transaction): Promise<void> {
  const { coding, membership } = await codingFor(actor, codingId, 'codings.reopen', tx)
  if (membership.id === coding.coderId) return
  if (!may(membership.roles, 'codings.manage')) throw new AppError('not_found', unknownCoding)
  await authorize(actor, coding.studyId, 'codings.manage', tx)
}

function refuseUnlessSubmitted({ state }: Coding): void {
  if (state === 'submitted') return
  const problem =
    state === 'adjudicated'
      ? 'This coding was adjudicated, so it is not reopened any more.'
      : 'This coding is not submitted, so there is nothing to reopen.'
  throw new AppError('conflict', problem)
}

async function refuseWithoutCoder(tx: Transaction, { coderId }: Coding): Promise<void> {
  const coder = await tx.membership.findUniqueOrThrow({ where: { id: coderId } })
  if (coder.leftAt || !may(coder.roles, 'codings.do')) {
    throw new AppError('conflict', `${coder.pseudonym} does not code in this study any more, so nobody could go on.`)
  }
}

/**
 * Reopens a submitted coding: what was submitted stays as it is, and the coder goes on in its next revision, which
 * begins as a copy of the work. Reopening again answers the revision that there is already.
 * @param input.codingId of any revision
 * @throws AppError not_found when it is neither the actor's own nor the actor its lead; forbidden for a lead who still
 *   codes; conflict when it was not submitted yet, or was adjudicated, or its coder no
 *   longer codes
 */
export async function reopenCoding(actor: Actor, input: { codingId: string; reason: string }): Promise<Reopened> {
  return transaction(async (tx) => {
    await mayReopen(actor, input.codingId, tx)
    const coding = await lockCoding(tx, input.codingId)
    const newest = await newestRevisionOf(tx, coding)
    // Also when the answer to a first try was lost: a replay must not begin one revision more.
    if (newest.id !== coding.id || (!isSubmitted(newest) && newest.revision > 0)) return toReopened(newest)
    refuseUnlessSubmitted(coding)
    await refuseWithoutCoder(tx, coding)
    const next = await insertNextRevision(tx, coding, { reason: input.reason, actorId: actor.userId })
    const detail = { codingId: next.id, from: coding.id, revision: next.revision }
    await audit(tx, { actorId: actor.userId, studyId: coding.studyId, action: 'coding.reopened', detail })
    await announceCoding(tx, coding)
    await announceCoding(tx, next)
    return toReopened(next)
  })
}

/** How far one coder is with a document. */
export interface DocumentCoding {
  codingId: string
  pseudonym: string
  name: string
  state: CodingState
  revision: number
  reopenReason: string | null
  submittedAt: Date | null
  ineligible: Ineligible | null
  /** Whether the lead may reopen it now. */
  reopenable: boolean
}

type DocumentCodingRow = Omit<DocumentCoding, 'ineligible'> & Pick<Coding, 'ineligibleReason' | 'ineligibleConfirmedAt'>

/** Every coder's coding of one document, in its newest revision: for the lead, who may reopen it. */
export async function listDocumentCodings(
  actor: Actor,
  input: { studyId: string; documentId: string },
): Promise<DocumentCoding[]> {
  const { studyId } = await authorize(actor, input.studyId, 'codings.manage')
  const rows = await db().$queryRaw<DocumentCodingRow[]>`
    SELECT c."id"::text AS "codingId", m."pseudonym", u."name", c."state"::text AS "state", c."revision",
      c."reopenReason", c."submittedAt", c."ineligibleReason", c."ineligibleConfirmedAt",
      (c."state" = 'submitted' AND m."leftAt" IS NULL AND 'coder' = ANY(m."roles")) AS "reopenable"
    FROM "Coding" c JOIN "Membership" m ON m."id" = c."coderId" JOIN "User" u ON u."id" = m."userId"
      JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."documentId" = ${input.documentId}::uuid AND c."kind" = 'human'
      AND ${isNewestRevision}
    ORDER BY r."number", m."joinedAt", m."id"`
  return rows.map(({ ineligibleReason, ineligibleConfirmedAt, ...row }) => {
    return { ...row, ineligible: toIneligible({ ineligibleReason, ineligibleConfirmedAt }) }
  })
}
