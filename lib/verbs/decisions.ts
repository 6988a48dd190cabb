import { z } from 'zod'
import type { Membership } from '../../prisma/generated/client'
import { announce } from '../changes'
import type { Codebook } from '../coding/codebook'
import { type ClusterParts, decidedGold } from '../coding/review/decided-gold'
import type { DecideInput } from '../coding/review/decision'
import { decisionProblems } from '../coding/review/decision-problems'
import { oneSteps } from '../coding/review/one-step-rules'
import type { ReviewFilters } from '../coding/review/review-filters'
import type { ClusterView, DecisionView } from '../coding/review/review-view'
import { Standings } from '../coding/review/standing'
import { type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { type Actor, authorize } from './steps/authorize'
import { codebookOfRound, versionOfRound } from './steps/cluster-views'
import { type RecordedDecision, readDecisions } from './steps/decision-rows'
import { lettersOfDecision, toDecisionView } from './steps/decision-views'
import { lockCluster } from './steps/locked-cluster'
import { nextInReview } from './steps/next-in-review'
import { beforeAll, type QueuePlace } from './steps/queue-places'
import { readClusterParts } from './steps/reading-views'
import { type RoundToReview, roundToReview } from './steps/review-rounds'
import { keepStep, knownStep } from './steps/review-steps'
import type { StoredCluster } from './steps/stored-clusters'
import type { SubmittedParts } from './steps/submitted-parts'
import { writeDecision } from './steps/write-decision'
import { writeStep, writeUndo } from './steps/write-step'

interface ToDecide {
  actor: Actor
  studyId: string
  clusterId: string
  input: DecideInput
}

interface Decided {
  decision: DecisionView
  /** The cluster to decide next, under the same filters; null when none is left. */
  next: ClusterView | null
  left: number
}

/** The decision of this id, if it was made before. @throws AppError conflict when it was about something else */
async function knownDecision(tx: Transaction, { clusterId, input }: ToDecide, { studyId, id }: Membership) {
  const known = await tx.decision.findUnique({ where: { id: input.id } })
  if (!known) return undefined
  if (known.studyId !== studyId || known.clusterId !== clusterId || known.arbiterId !== id) {
    throw new AppError('conflict', 'This id was given to another decision before. Give the decision a new one.')
  }
  return known
}

function partsOf({ readings, variable }: StoredCluster, { annotations, answers }: SubmittedParts): ClusterParts {
  const codingOf = new Map(readings.map(({ coder, codingId }) => [coder, codingId]))
  const own = <Part>(parts: Map<string, Part[]>, coder: string) => parts.get(codingOf.get(coder) ?? '') ?? []
  return {
    annotation: ({ coder, annotationId }) => own(annotations, coder).find(({ id }) => id === annotationId),
    answer: (coder) => own(answers, coder).find((answer) => answer.variable === variable),
  }
}

/** Whether the reviewer saw what is in force now: a decision that was taken back counts as none, too. */
function sawTheSame(
  { inputKey, supersedes }: DecideInput,
  cluster: StoredCluster,
  { decision, last }: { decision: RecordedDecision | null; last: RecordedDecision | null },
): boolean {
  return inputKey === cluster.inputKey && (supersedes === (decision?.id ?? null) || supersedes === (last?.id ?? null))
}

function refuseChanged(cluster: StoredCluster, decision: RecordedDecision | null): never {
  const message = decision
    ? 'Somebody decided this cluster, or its codings changed, after you opened it. Look at it again.'
    : 'The codings of this cluster, or what was decided on it, changed after you opened it. Look at it again.'
  throw new AppError('conflict', message, { current: decision && toDecisionView(decision, cluster.letters) })
}

/** @throws AppError invalid naming all that is missing or does not fit */
async function refuseUnfit(tx: Transaction, cluster: StoredCluster, codebook: Codebook, input: DecideInput) {
  const text = await tx.document.findUniqueOrThrow({
    where: { id: cluster.documentId },
    select: { length: true, graphemeInteriors: true },
  })
  const problems = decisionProblems({ cluster, letters: cluster.letters, codebook, text }, input)
  const [first] = Object.values(problems)
  if (first !== undefined) throw new AppError('invalid', first, { fields: problems })
}

/** What was decided, and from where the queue goes on. */
interface Done {
  membership: Membership
  round: RoundToReview
  decision: RecordedDecision
  place: QueuePlace
}

async function done(tx: Transaction, membership: Membership, decisionId: string): Promise<Done> {
  const { roundId, documentId, clusterId } = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } })
  const { studyId } = membership
  const decision = (await readDecisions({ studyId, roundId }, [documentId], tx)).find(({ id }) => id === decisionId)
  if (!decision) throw new Error(`There is no decision ${decisionId}.`)
  const cluster = await tx.cluster.findUnique({ where: { id: clusterId } })
  const round = await roundToReview(studyId, roundId, tx)
  return { membership, round, decision, place: cluster ?? beforeAll }
}

async function decideOn(tx: Transaction, toDecide: ToDecide): Promise<Done> {
  const { clusterId, input } = toDecide
  const membership = await authorize(toDecide.actor, toDecide.studyId, 'review.decide', tx)
  if (await knownDecision(tx, toDecide, membership)) return done(tx, membership, input.id)
  const { studyId } = membership
  const { cluster, versions } = await lockCluster(tx, studyId, clusterId)
  // Also when the first try of a replay was still under way.
  if (await knownDecision(tx, toDecide, membership)) return done(tx, membership, input.id)
  const round = await roundToReview(studyId, cluster.roundId, tx)
  const standing = new Standings(await readDecisions(cluster, [cluster.documentId], tx)).of(cluster)
  if (!sawTheSame(input, cluster, standing)) refuseChanged(cluster, standing.decision)
  if (input.outcome === 'withdraw' && !standing.decision) refuseEmptyWithdrawal()
  const codebook = await codebookOfRound(round, versions, tx)
  await refuseUnfit(tx, cluster, codebook, input)
  const made = decidedGold(
    cluster,
    cluster.letters,
    partsOf(cluster, await readClusterParts(cluster, versions, tx)),
    input,
  )
  const supersedesId = standing.last?.id ?? null
  await writeDecision(tx, { membership, round, cluster, input, made, codebookVersion: codebook.version, supersedesId })
  await announce(tx, { studyId, about: 'review', documentId: cluster.documentId, clusterId })
  return done(tx, membership, input.id)
}

function refuseEmptyWithdrawal(): never {
  const message = 'There is no decision to take back.'
  throw new AppError('invalid', message, { fields: { outcome: message } })
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
  const toDecide = { actor, studyId, clusterId, input: given }
  const { membership, round, decision, place } = await transaction((tx) => decideOn(tx, toDecide))
  return {
    decision: toDecisionView(decision, lettersOfDecision(decision)),
    ...(await nextInReview(place, { membership, round, filters })),
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
    const codebookVersion = await versionOfRound(round, tx)
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
    const codebookVersion = await versionOfRound(round, tx)
    const decisions = await writeUndo(tx, undoesId, { membership, round, batchId: id, codebookVersion })
    await keepStep(tx, actor.userId, membership, { id, roundId, step: 'undo', undoesId, decisions })
    return { decisions }
  })
}
