import type { Membership, ReviewStep } from '../../../../prisma/generated/client'
import { announce } from '../../../changes'
import type { Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { audit } from '../audit'

/** A step by the id that its client gave it, once others of the round are done. */
export async function knownStep(
  tx: Transaction,
  { studyId }: Membership,
  asked: Pick<ReviewStep, 'id' | 'roundId' | 'step' | 'undoesId'>,
): Promise<ReviewStep | undefined> {
  await tx.$queryRaw`SELECT 1 FROM "Round" WHERE "id" = ${asked.roundId}::uuid FOR NO KEY UPDATE`
  const known = await tx.reviewStep.findUnique({ where: { id: asked.id } })
  if (!known) return undefined
  const isSame = known.studyId === studyId && known.step === asked.step && known.undoesId === asked.undoesId
  if (isSame && known.roundId === asked.roundId) return known
  throw new AppError('conflict', 'This id was given to another step before. Give the step a new one.')
}

/** Keeps who made a step, and says that the review changed. */
export async function keepStep(
  tx: Transaction,
  actorId: string,
  { id: memberId, studyId }: Membership,
  step: Pick<ReviewStep, 'id' | 'roundId' | 'step' | 'undoesId' | 'decisions'>,
): Promise<void> {
  await tx.reviewStep.create({ data: { ...step, studyId, memberId } })
  const { id: batchId, ...detail } = step
  await audit(tx, { actorId, studyId, action: 'review.step', detail: { batchId, ...detail } })
  await announce(tx, { studyId, about: 'review' })
}
