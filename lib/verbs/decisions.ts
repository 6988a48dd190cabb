import { z } from 'zod'
import type { DecideInput } from '../coding/review/decision'
import { oneSteps } from '../coding/review/one-step-rules'
import type { ReviewFilters } from '../coding/review/review-filters'
import type { ClusterView, DecisionView } from '../coding/review/review-view'
import { transaction } from '../db'
import { AppError } from '../errors'
import { type Actor, authorize } from './steps/authorize'
import { codebookOfRound } from './steps/published-codebooks'
import { decideCluster } from './steps/review/decide-cluster'
import { lettersOfDecision, toDecisionView } from './steps/review/decision-views'
import { nextInReview } from './steps/review/next-in-review'
import { roundToReview } from './steps/review/review-rounds'
import { keepStep, knownStep } from './steps/review/review-steps'
import { writeStep, writeUndo } from './steps/review/write-step'

interface Decided {
  decision: DecisionView
  /** The cluster to decide next, under the same filters; null when none is left. */
  next: ClusterView | null
  left: number
}

/**
 * Decides one cluster, and gives the next one under the same filters. A decision that is known by its id is answered as the
 * first time. Nothing is overwritten: the decision supersedes the one that the reviewer saw.
 * @throws AppError forbidden for coders and others who still code; not_found when the cluster is gone; conflict, with the
 *   decision in force as `current`, when its codings or what was decided changed after the reviewer saw it; invalid naming
 *   what is missing from the decision or does not fit the cluster, the text or the codebook
 */
export async function decide(
  actor: Actor,
  input: { studyId: string; clusterId: string; filters: ReviewFilters } & DecideInput,
): Promise<Decided> {
  const { studyId, clusterId, filters, ...given } = input
  const toDecide = { actor, studyId, clusterId, input: given, filters }
  const { decision, place, ...reader } = await transaction((tx) => decideCluster(tx, toDecide))
  return {
    decision: toDecisionView(decision, lettersOfDecision(decision)),
    ...(await nextInReview(place, { ...reader, filters })),
  }
}

/** Body of POST /api/studies/:studyId/review/steps. */
export const decideInOneStepInput = z.strictObject({
  roundId: z.uuid(),
  step: z.enum(oneSteps),
  /** Made by the client (UUID version 7): a replay is answered, not decided again. */
  batchId: z.uuid(),
})

/**
 * Decides all clusters of a round at once on which all coders agree, or which a rule decides that is stated with every
 * decision. What a person decided before stays, also when its input changed since; documents whose clusters are being made
 * again are left out.
 * @returns how many decisions it made
 * @throws AppError forbidden for coders and others who still code; not_found for a round of another study
 */
export async function decideInOneStep(
  actor: Actor,
  input: { studyId: string } & z.infer<typeof decideInOneStepInput>,
): Promise<{ decisions: number }> {
  const { roundId, step, batchId } = input
  return transaction(async (tx) => {
    const membership = await authorize(actor, input.studyId, 'review.decide', tx)
    const round = await roundToReview(membership.studyId, roundId, tx)
    const known = await knownStep(tx, membership, { id: batchId, roundId, step, undoesId: null })
    if (known) return { decisions: known.decisions }
    const { version: codebookVersion } = await codebookOfRound(round, tx)
    const decisions = await writeStep(tx, step, { membership, round, batchId, codebookVersion })
    await keepStep(tx, actor.userId, membership, { id: batchId, roundId, step, undoesId: null, decisions })
    return { decisions }
  })
}

/** Body of POST /api/studies/:studyId/review/steps/:batchId/undo. */
export const undoStepInput = z.strictObject({
  /** Made by the client (UUID version 7): a replay is answered, not taken back again. */
  newBatchId: z.uuid(),
})

/**
 * Takes back all decisions of a step that are still the last on their clusters; what somebody decided on one since stays.
 * @returns how many it took back
 * @throws AppError not_found when there is no such step; conflict when it was taken back before
 */
export async function undoStep(
  actor: Actor,
  input: { studyId: string; batchId: string } & z.infer<typeof undoStepInput>,
): Promise<{ decisions: number }> {
  const { batchId: undoesId, newBatchId: id } = input
  return transaction(async (tx) => {
    const membership = await authorize(actor, input.studyId, 'review.decide', tx)
    const { studyId } = membership
    const undone = await tx.reviewStep.findFirst({ where: { id: undoesId, studyId, step: { not: 'undo' } } })
    if (!undone) throw new AppError('not_found', 'There is no such step in this study. Reload the page.')
    const { roundId } = undone
    const round = await roundToReview(studyId, roundId, tx)
    const known = await knownStep(tx, membership, { id, roundId, step: 'undo', undoesId })
    if (known) return { decisions: known.decisions }
    if ((await tx.reviewStep.count({ where: { undoesId } })) > 0) {
      throw new AppError('conflict', 'This step was taken back before.')
    }
    const { version: codebookVersion } = await codebookOfRound(round, tx)
    const decisions = await writeUndo(tx, undoesId, { membership, round, batchId: id, codebookVersion })
    await keepStep(tx, actor.userId, membership, { id, roundId, step: 'undo', undoesId, decisions })
    return { decisions }
  })
}
