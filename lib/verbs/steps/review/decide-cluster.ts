import type { Decision, Membership } from '../../../../prisma/generated/client'
import { announce } from '../../../changes'
import type { Codebook } from '../../../coding/codebook'
import { type ClusterParts, decidedGold } from '../../../coding/review/decided-gold'
import type { DecideInput } from '../../../coding/review/decision'
import { methodProblems, participantsOf } from '../../../coding/review/decision-method'
import { decisionProblems } from '../../../coding/review/decision-problems'
import { coderBehind } from '../../../coding/review/letters'
import type { ReviewFilters } from '../../../coding/review/review-filters'
import { type Stood, standingsIn } from '../../../coding/review/standing'
import type { Problems } from '../../../coding/rules'
import type { Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { type Actor, authorize } from '../authorize'
import { readStances } from '../discussion/stances'
import { codebookOfRound } from '../published-codebooks'
import type { SubmittedParts } from '../submitted-parts'
import { readClusterRows, standAnew } from './cluster-standings'
import { unknownCluster } from './clusters-in-review'
import { type RecordedDecision, readDecisions, type UnnumberedDecision } from './decision-rows'
import { lettersOfDecision, toDecisionView } from './decision-views'
import { knownDecision } from './known-decision'
import { lockCluster } from './locked-cluster'
import { beforeAll, type QueuePlace } from './queue-places'
import { readClusterParts } from './reading-views'
import { clusterConditions } from './review-conditions'
import { type RoundToReview, roundToReview } from './review-rounds'
import type { ReviewVersions } from './reviewed-documents'
import type { StoredCluster } from './stored-clusters'
import { writeDecision } from './write-decision'

/** One decision as a reviewer sends it. */
export interface ToDecide {
  actor: Actor
  studyId: string
  clusterId: string
  input: DecideInput
  /** By which the next cluster is found. */
  filters: ReviewFilters
}

function partsOf({ readings, variable }: StoredCluster, { annotations, answers }: SubmittedParts): ClusterParts {
  const codingOf = new Map(readings.map(({ coder, codingId }) => [coder, codingId]))
  const own = <Part>(parts: Map<string, Part[]>, coder: string) => parts.get(codingOf.get(coder) ?? '') ?? []
  return {
    annotation: ({ coder, annotationId }) => own(annotations, coder).find(({ id }) => id === annotationId),
    answer: (coder) => own(answers, coder).find((answer) => answer.variable === variable),
  }
}

type StoodCluster = Stood<unknown, RecordedDecision>

/** Whether the reviewer saw what is in force now: a decision that was taken back counts as none, too. */
function sawTheSame(
  { inputKey, supersedes }: DecideInput,
  cluster: StoredCluster,
  { decision, last }: StoodCluster,
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
  refuseProblems(decisionProblems({ cluster, letters: cluster.letters, codebook, text }, input))
}

/** @throws AppError invalid with these problems, if there are any */
function refuseProblems(problems: Problems): void {
  const [first] = Object.values(problems)
  if (first !== undefined) throw new AppError('invalid', first, { fields: problems })
}

/** What was decided, and from where the queue goes on. */
export interface Done {
  membership: Membership
  round: RoundToReview
  decision: UnnumberedDecision
  place: QueuePlace
  versions?: ReviewVersions
}

/** @throws AppError conflict, with what is in force instead, where a later decision took the place of this one */
function refuseSuperseded(known: Decision, decisions: readonly RecordedDecision[]): void {
  const last = decisions.findLast(({ clusterId }) => clusterId === known.clusterId)
  if (!last || last.id === known.id) return
  const current = last.outcome === 'withdraw' ? null : toDecisionView(last, lettersOfDecision(last))
  throw new AppError('conflict', 'This decision was made, and another one took its place since.', { current })
}

/**
 * The answer to a replay; its cluster may be gone.
 * @throws AppError conflict when it is no longer the last decision on its cluster: as an answer it would not be true
 */
async function whatWasDone(tx: Transaction, membership: Membership, known: Decision): Promise<Done> {
  const { studyId } = membership
  const { roundId, documentId, clusterId } = known
  const decisions = await readDecisions({ studyId, roundId }, [documentId], tx)
  refuseSuperseded(known, decisions)
  const decision = decisions.find(({ id }) => id === known.id)
  if (!decision) throw new Error(`There is no decision ${known.id}.`)
  const cluster = await tx.cluster.findUnique({ where: { id: clusterId } })
  return { membership, round: await roundToReview(studyId, roundId, tx), decision, place: cluster ?? beforeAll }
}

/**
 * Decides a cluster on what the reviewer saw, while nobody else can.
 * @throws AppError as the verb `decide`
 */
export async function decideCluster(tx: Transaction, toDecide: ToDecide): Promise<Done> {
  const { actor, clusterId, input, filters } = toDecide
  const membership = await authorize(actor, toDecide.studyId, 'review.decide', tx)
  const { studyId } = membership
  const before = await knownDecision(tx, toDecide, membership)
  if (before) return whatWasDone(tx, membership, before)
  const { cluster, versions } = await lockCluster(tx, studyId, clusterId)
  const round = await roundToReview(studyId, cluster.roundId, tx)
  // Refuses filters that the next cluster cannot be found by: after the decision it would be too late.
  clusterConditions(round, filters, membership.id)
  const decisions = await readDecisions(cluster, [cluster.documentId], tx)
  // Also when the first try of a replay was still under way.
  const meanwhile = decisions.some(({ id }) => id === input.id) && (await knownDecision(tx, toDecide, membership))
  if (meanwhile) return whatWasDone(tx, membership, meanwhile)
  const stood = standingsIn(await readClusterRows(tx, cluster, [cluster.documentId]), decisions)
  const standing = stood.find((one) => one.cluster.id === cluster.id)
  if (!standing) throw new AppError('not_found', unknownCluster)
  if (!sawTheSame(input, cluster, standing)) refuseChanged(cluster, standing.decision)
  if (input.outcome === 'withdraw') refuseEmptyWithdrawal(input, standing)
  const codebook = await codebookOfRound(round, tx)
  await refuseUnfit(tx, cluster, codebook, input)
  const parts = partsOf(cluster, await readClusterParts(cluster, versions, tx))
  const made = decidedGold(cluster, cluster.letters, parts, input)
  const { agreed } = await readStances(tx, cluster, null)
  const route = { cluster, parts, agreed: coderBehind(cluster.letters, agreed ?? '') ?? null }
  const decided = { ...input, accepted: made.accepted }
  refuseProblems(methodProblems(input.method, route, decided))
  const decision = await writeDecision(tx, {
    ...{ actor, membership, round, cluster, input, made, codebookVersion: codebook.version },
    participants: participantsOf(input.method, route, decided),
    supersedesId: standing.last?.id ?? null,
  })
  await standAnew(tx, cluster, [cluster.documentId])
  await announce(tx, { studyId, about: 'review', documentId: cluster.documentId, clusterId })
  return { membership, round, decision, place: cluster, versions }
}

/** @throws AppError invalid where nobody decided on the cluster itself */
function refuseEmptyWithdrawal({ supersedes }: DecideInput, { isVoid, decision, last }: StoodCluster): void {
  const sawOther = isVoid && supersedes === decision?.id
  if (!sawOther && last && last.outcome !== 'withdraw') return
  const message = isVoid
    ? 'This follows from the decision on whether to code the document. Take that one back instead.'
    : 'There is no decision to take back.'
  throw new AppError('invalid', message, { fields: { outcome: message } })
}
