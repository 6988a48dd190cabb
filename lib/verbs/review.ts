import { z } from 'zod'
import { type ReviewFilters, reviewFilters } from '../coding/review/review-filters'
import type { ClusterView, ReviewQueue } from '../coding/review/review-view'
import { db } from '../db'
import { may } from '../policy'
import { type Actor, authorize } from './steps/authorize'
import { codebookOfRound } from './steps/published-codebooks'
import { readClusterView, toReviewRound } from './steps/review/cluster-views'
import { clusterInReview } from './steps/review/clusters-in-review'
import { labelledCodes, readBatches, readDocumentsInIt, readPairs, readReviewers } from './steps/review/queue-choices'
import { countQueue } from './steps/review/queue-counts'
import { readEntries } from './steps/review/queue-entries'
import { freshReview } from './steps/review/refresh-review'
import { allOf, clusterConditions } from './steps/review/review-conditions'
import { listRoundsToReview, roundAskedFor, roundToReview } from './steps/review/review-rounds'

/** Query of GET /api/studies/:studyId/review. */
export const reviewQueueInput = reviewFilters.extend({
  /** Where the page before ended, as it said. */
  after: z.string().max(200).optional(),
})

/**
 * The queue of a round: clusters of the documents that every coder has handed in, the hardest first, a page at a time, with
 * counts. Nothing in it is about documents that somebody has still to submit.
 * @throws AppError forbidden for coders and for others who still code; invalid for rounds that there are not, for a page
 *   that nobody gave out, and for a pair of coders while names are hidden
 */
export async function readReviewQueue(
  actor: Actor,
  input: { studyId: string } & z.infer<typeof reviewQueueInput>,
): Promise<ReviewQueue> {
  const membership = await authorize(actor, input.studyId, 'review.read')
  const { studyId, roles } = membership
  const { studyId: _, after, ...filters } = input
  const rounds = await listRoundsToReview(studyId)
  const round = await roundAskedFor(rounds, filters.round)
  const conditions = clusterConditions(round, filters, membership.id)
  const documents = await freshReview({ studyId, roundId: round.id })
  const { codes, ...counted } = await countQueue(round.id, filters, conditions)
  const { reviewable, waiting, revised, computing } = documents
  return {
    round: toReviewRound(round, documents.isComplete),
    rounds: rounds.map(({ id, number, title }) => ({ id, number, title })),
    ...(await readEntries(allOf(round, conditions), after)),
    ...counted,
    batches: await readBatches(round),
    documents: { reviewable, waiting, all: reviewable + waiting },
    ...{ computing, revised },
    pairs: await readPairs(round),
    codes: labelledCodes(codes, await codebookOfRound(round)),
    documentsInIt: await readDocumentsInIt(round),
    reviewers: await readReviewers(studyId),
    openIssues: await db().codebookIssue.count({ where: { studyId, resolvedAt: null } }),
    may: { decide: may(roles, 'review.decide'), manage: may(roles, 'review.manage') },
  }
}

/**
 * One cluster with all that is needed to decide it, and its neighbours in the queue under these filters.
 * @throws AppError forbidden for coders and for others who still code; not_found when there is no such cluster (any more)
 */
export async function readCluster(
  actor: Actor,
  input: { studyId: string; clusterId: string } & ReviewFilters,
): Promise<ClusterView> {
  const membership = await authorize(actor, input.studyId, 'review.read')
  const { studyId, clusterId, ...filters } = input
  const { cluster, isComplete } = await clusterInReview(membership.studyId, clusterId)
  const round = await roundToReview(studyId, cluster.roundId)
  return readClusterView(cluster, { membership, round, filters, isComplete })
}
