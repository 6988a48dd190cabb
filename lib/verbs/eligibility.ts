import { z } from 'zod'
import type { Coding } from '../../prisma/generated/client'
import type { Ineligible } from '../coding/coding-view'
import { reasonSchema } from '../coding/free-text'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { mayEverSee } from '../policy'
import { announceCoding } from './steps/announcements'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { toIneligible } from './steps/ineligible'
import { isSubmitted, lockCoding, lockOwnCoding, markOpened } from './steps/own-coding'

/** Body of PUT /api/codings/:codingId/eligibility. */
export const setEligibilityInput = z.discriminatedUnion('eligible', [
  z.strictObject({ eligible: z.literal(false), reason: reasonSchema }),
  z.strictObject({ eligible: z.literal(true) }),
])

/** The lead's form about what a coder holds not eligible. */
export const decideEligibilityInput = z.object({
  studyId: z.uuid(),
  codingId: z.uuid(),
  decision: z.enum(['confirm', 'send_back']),
})

interface Eligibility {
  ineligible: Ineligible | null
}

/** Writes it, and says so to all who must know. */
async function write(tx: Transaction, actor: Actor, coding: Coding, data: Partial<Coding>, action: string) {
  const changed = await tx.coding.update({ where: { id: coding.id }, data })
  await audit(tx, { actorId: actor.userId, studyId: coding.studyId, action, detail: { codingId: coding.id } })
  await announceCoding(tx, changed)
  return { ineligible: toIneligible(changed) }
}

/** Whether a round in which the coder has this document was ever open to its coders, be it closed again since. */
async function wasEverReleased(tx: Transaction, { studyId, documentId, coderId }: Coding): Promise<boolean> {
  const rounds = await tx.round.findMany({
    where: { studyId, codings: { some: { documentId, coderId } } },
    select: { id: true, releasedAt: true },
  })
  if (rounds.some(({ releasedAt }) => releasedAt !== null)) return true
  const releases = rounds.map(({ id }) => ({ detail: { path: ['roundId'], equals: id } }))
  return (await tx.auditEvent.count({ where: { studyId, action: 'round.released', OR: releases } })) > 0
}

/**
 * Makes it a coding to do again. What is held not eligible counts as done, so that a coder who has another role as well was
 * shown the others' work on this document, or on all, and a coder whose round was released may have been shown what came of
 * it: what is coded now is not independent, and leaves the reliability sample. Whether anything is still hidden now says
 * nothing of what was to be seen meanwhile.
 */
async function backToWork(tx: Transaction, actor: Actor, coding: Coding, action: string): Promise<Eligibility> {
  if (coding.ineligibleReason === null) return { ineligible: null }
  const coder = await tx.membership.findUniqueOrThrow({ where: { id: coding.coderId } })
  const inIrr = coding.inIrr && !mayEverSee(coder.roles) && !(await wasEverReleased(tx, coding))
  return write(tx, actor, coding, { ineligibleReason: null, ineligibleConfirmedAt: null, inIrr }, action)
}

async function declare(tx: Transaction, actor: Actor, coding: Coding, reason: string): Promise<Eligibility> {
  if (isSubmitted(coding)) {
    throw new AppError(
      'conflict',
      'This coding was submitted. Reopen it first, then say that the text is not eligible.',
    )
  }
  if (coding.ineligibleReason === reason) return { ineligible: toIneligible(coding) }
  await markOpened(tx, coding)
  return write(tx, actor, coding, { ineligibleReason: reason }, 'coding.held_not_eligible')
}

/**
 * The coder says that a document should not be in the sample, with the reason, or takes that back. The coding is then
 * missing, never a zero.
 * @throws AppError not_found when it is not the actor's own; conflict when it was submitted, or the lead confirmed what
 *   is to be changed
 */
export async function setEligibility(
  actor: Actor,
  input: { codingId: string } & z.infer<typeof setEligibilityInput>,
): Promise<Eligibility> {
  return transaction(async (tx) => {
    const coding = await lockOwnCoding(tx, actor, input.codingId)
    const said = input.eligible ? null : input.reason
    if (coding.ineligibleConfirmedAt && coding.ineligibleReason !== said) {
      throw new AppError('conflict', 'The lead confirmed that this text is not eligible. Ask the lead to change that.')
    }
    if (said === null) return backToWork(tx, actor, coding, 'coding.held_eligible')
    return declare(tx, actor, coding, said)
  })
}

async function lockCodingOf(tx: Transaction, studyId: string, codingId: string): Promise<Coding> {
  const isOfStudy = (await tx.coding.count({ where: { studyId, id: codingId } })) > 0
  if (!isOfStudy) throw new AppError('not_found', 'This coding does not exist in this study. Reload the page.')
  return lockCoding(tx, codingId)
}

/**
 * The lead confirms that a document is not eligible, or sends it back to its coder, also after a confirmation.
 * @throws AppError forbidden for a lead who still codes; not_found when the coding is not of the study; conflict when
 *   the coder took it back in the meantime
 */
export async function decideEligibility(
  actor: Actor,
  input: z.infer<typeof decideEligibilityInput>,
): Promise<Eligibility> {
  return transaction(async (tx) => {
    const { studyId } = await authorize(actor, input.studyId, 'codings.manage', tx)
    const coding = await lockCodingOf(tx, studyId, input.codingId)
    if (input.decision === 'send_back') return backToWork(tx, actor, coding, 'coding.eligibility_sent_back')
    if (coding.ineligibleReason === null) {
      throw new AppError('conflict', 'The coder holds this text eligible after all, so there is nothing to confirm.')
    }
    if (coding.ineligibleConfirmedAt) return { ineligible: toIneligible(coding) }
    return write(tx, actor, coding, { ineligibleConfirmedAt: new Date() }, 'coding.eligibility_confirmed')
  })
}
