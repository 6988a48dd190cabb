import type { Membership } from '../../../../prisma/generated/client'
import type { ReviewFilters } from '../../../coding/review/review-filters'
import type { ClusterView, ReviewRound } from '../../../coding/review/review-view'
import { standingsIn } from '../../../coding/review/standing'
import { db, type Transaction } from '../../../db'
import { may } from '../../../policy'
import { readClusterDiscussion } from '../discussion/cluster-discussion'
import { readDocumentView } from '../document-views'
import { codebookOfRound } from '../published-codebooks'
import { readClusterRows } from './cluster-standings'
import { comparedByLetters } from './compared-by-letters'
import { readDecisions } from './decision-rows'
import { toDecisionView } from './decision-views'
import { queueNeighbours } from './queue-places'
import { readClusterParts, readCoderNames, toReadingViews } from './reading-views'
import { allOf, clusterConditions } from './review-conditions'
import type { RoundToReview } from './review-rounds'
import { type ReviewVersions, readReviewVersions } from './reviewed-documents'
import type { StoredCluster } from './stored-clusters'

/** A round as the screens of the review name it. */
export function toReviewRound(round: RoundToReview, isComplete: boolean): ReviewRound {
  const { id, number, title, showNames, releasedAt } = round
  return {
    ...{ id, number, title, showNames, releasedAt: releasedAt?.toISOString() ?? null },
    isComplete,
  }
}

/** Whether this member coded the document, in whichever round, or judged it not eligible. */
export async function codedDocument(
  memberId: string,
  documentId: string,
  reader: Transaction = db(),
): Promise<boolean> {
  const own = { coderId: memberId, documentId, kind: 'human' as const }
  const judged = { OR: [{ submittedAt: { not: null } }, { ineligibleReason: { not: null } }] }
  return (await reader.coding.count({ where: { ...own, ...judged } })) > 0
}

/** The issues of the codebook that this cluster shows, also those that were flagged when it was another one. */
async function readIssues({ studyId, roundId, documentId, lineages }: StoredCluster): Promise<ClusterView['issues']> {
  const place = { roundId, documentId, lineages: { hasSome: [...lineages] } }
  const rows = await db().codebookIssue.findMany({
    where: { studyId, clusters: { some: { studyId, ...place } } },
    select: { id: true, codeKey: true, text: true, resolvedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, codeKey, text, resolvedAt }) => ({ id, code: codeKey, text, isResolved: resolvedAt !== null }))
}

/** So many decisions on one cluster are shown. */
const mostHistory = 50

/**
 * The decision in force, of a void cluster the one that makes it void, or the stale one; and what was decided last on any
 * of its annotations, the last first.
 */
async function readDecided(cluster: StoredCluster): Promise<Pick<ClusterView, 'decision' | 'history'>> {
  const all = await readDecisions(cluster, [cluster.documentId])
  const rows = await readClusterRows(db(), cluster, [cluster.documentId])
  const decision = standingsIn(rows, all).find((stood) => stood.cluster.id === cluster.id)?.decision ?? null
  const own = new Set(cluster.lineages)
  const history = all.filter(
    ({ kind, family, lineages }) =>
      kind === cluster.kind && family === cluster.family && lineages.some((lineage) => own.has(lineage)),
  )
  return {
    decision: decision && toDecisionView(decision, cluster.letters),
    history: history
      .slice(-mostHistory)
      .reverse()
      .map((one) => toDecisionView(one, cluster.letters)),
  }
}

/** Who looks at which part of the queue. */
export interface ClusterReader {
  membership: Membership
  round: RoundToReview
  filters: ReviewFilters
  /** Whether every coder of the round has handed in everything. */
  isComplete: boolean
  /** Where they were read already. */
  versions?: ReviewVersions
}

/**
 * Everything that a reviewer needs to decide one cluster. While names are hidden, nothing in it says whose reading is
 * whose.
 */
export async function readClusterView(cluster: StoredCluster, reader: ClusterReader): Promise<ClusterView> {
  const { membership, round, filters, isComplete } = reader
  const { studyId, roles } = membership
  const versions = reader.versions ?? (await readReviewVersions(studyId))
  const names = round.showNames ? await readCoderNames(membership, cluster) : null
  const parts = await readClusterParts(cluster, versions)
  const document = await readDocumentView(cluster.documentId)
  const place = { severity: cluster.severity, number: document.number, start: cluster.start, id: cluster.id }
  const discussion = await readClusterDiscussion(cluster, membership)
  const which = allOf(round, clusterConditions(round, filters, membership.id))
  const { id, inputKey, kind, family, variable = null, start, end, codes, types, state } = cluster
  return {
    ...{ studyId, document, id, inputKey, kind, family, variable, start, end, state },
    ...{ codes: [...codes], types: [...types] },
    round: toReviewRound(round, isComplete),
    codebook: await codebookOfRound(round),
    readings: toReadingViews(cluster, parts, names, discussion.stances),
    ...comparedByLetters(cluster),
    ...(await readDecided(cluster)),
    comments: discussion.comments,
    targets: versions.entities,
    issues: await readIssues(cluster),
    codedByReader: await codedDocument(membership.id, cluster.documentId),
    may: { decide: may(roles, 'review.decide'), manage: may(roles, 'review.manage') },
    ...(await queueNeighbours(place, which)),
  }
}
