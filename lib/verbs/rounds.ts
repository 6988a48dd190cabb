import { z } from 'zod'
import type { Round } from '../../prisma/generated/client'
import { announce } from '../changes'
import { reviewSwitchesSchema } from '../coding/review/review-switches'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { lockStudy } from './steps/study-lock'

export const releaseRoundInput = z.object({ studyId: z.uuid(), roundId: z.uuid(), released: z.boolean() })
export const showNamesInput = z.object({ studyId: z.uuid(), roundId: z.uuid(), showNames: z.boolean() })

/** The round as it stands once everybody who writes to the study is done. @throws AppError not_found */
async function lockedRound(tx: Transaction, studyId: string, roundId: string): Promise<Round> {
  await lockStudy(tx, studyId)
  const round = await tx.round.findUnique({ where: { studyId_id: { studyId, id: roundId } } })
  if (!round) throw new AppError('not_found', 'This round is not in the study.')
  return round
}

/**
 * Opens a round to its coders, or closes it again: document by document, once all coders of it have submitted, they may
 * discuss it, and once all of it is decided, see the decisions. A round that is open already keeps since when. What was
 * seen stays seen.
 * @throws AppError forbidden for a lead who still codes; not_found for a round of another study
 */
export async function releaseRound(
  actor: Actor,
  input: z.infer<typeof releaseRoundInput>,
): Promise<{ releasedAt: string | null }> {
  return transaction(async (tx) => {
    const { studyId } = await authorize(actor, input.studyId, 'review.manage', tx)
    const round = await lockedRound(tx, studyId, input.roundId)
    if ((round.releasedAt !== null) === input.released) return { releasedAt: round.releasedAt?.toISOString() ?? null }
    const releasedAt = input.released ? new Date() : null
    await tx.round.update({ where: { id: round.id }, data: { releasedAt } })
    const action = input.released ? 'round.released' : 'round.closed_again'
    await audit(tx, { actorId: actor.userId, studyId, action, detail: { roundId: round.id } })
    await announce(tx, { studyId, about: 'study' })
    return { releasedAt: releasedAt?.toISOString() ?? null }
  })
}

/**
 * Shows or hides, for everybody who reviews the round, who coded what. Coders are never shown each other's names.
 * @throws AppError forbidden for a lead who still codes; not_found for a round of another study
 */
export async function showCoderNames(actor: Actor, input: z.infer<typeof showNamesInput>): Promise<void> {
  await transaction(async (tx) => {
    const { studyId } = await authorize(actor, input.studyId, 'review.manage', tx)
    const round = await lockedRound(tx, studyId, input.roundId)
    const { showNames } = input
    if (reviewSwitchesSchema.parse(round.plan).showNames === showNames) return
    await tx.round.update({ where: { id: round.id }, data: { plan: { ...(round.plan as object), showNames } } })
    const action = showNames ? 'round.names_shown' : 'round.names_hidden'
    await audit(tx, { actorId: actor.userId, studyId, action, detail: { roundId: round.id } })
    await announce(tx, { studyId, about: 'review' })
  })
}
