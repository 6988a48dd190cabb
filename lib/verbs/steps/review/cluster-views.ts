import type { Membership } from '../../../../prisma/generated/client'
import { byLetter } from '../../../coding/review/letters'
import type { ReviewFilters } from '../../../coding/review/review-filters'
import type { ClusterView, DifferenceView, ReviewRound } from '../../../coding/review/review-view'
import { Standings } from '../../../coding/review/standing'
import { db, type Transaction } from '../../../db'
import { may } from '../../../policy'
import { readClusterDiscussion } from '../discussion/cluster-discussion'
import { readDocumentView } from '../document-views'
import { codebookOfRound } from '../published-codebooks'
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

/** What a difference is sorted by: nothing of it depends on how its coders are really called. */
function placeOf({ readings, type, attribute = '', members, iou = 0 }: DifferenceView): string {
  const ofLetters = readings.map((letter) => letter.padStart(2)).join('')
  return JSON.stringify([ofLetters, type, attribute, members.map(({ annotationId }) => annotationId), iou])
}

/** The differences by letters and in their order: in the order of pseudonyms they would tell whose each letter is. */
function differencesByLetters({ differences, letters }: StoredCluster): DifferenceView[] {
  const letterOf = (coder: string) => letters.get(coder) ?? ''
  const shown = differences.map(({ type, coders: [one, other], members, attribute, iou }): DifferenceView => {
    const [first, second] = [letterOf(one), letterOf(other)]
    const inOrder = members.map(({ coder, annotationId }) => ({ reading: letterOf(coder), annotationId }))
    return {
      type,
      readings: byLetter(first, second) <= 0 ? [first, second] : [second, first],
      members: inOrder.sort((a, b) => byLetter(a.reading, b.reading)),
      ...(attribute === undefined ? {} : { attribute }),
      ...(iou === undefined ? {} : { iou }),
    }
  })
  return shown.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
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

/** The issues of the codebook that this cluster shows. */
async function readIssues(studyId: string, clusterId: string): Promise<ClusterView['issues']> {
  const rows = await db().codebookIssue.findMany({
    where: { studyId, clusters: { some: { clusterId } } },
    select: { id: true, codeKey: true, text: true, resolvedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, codeKey, text, resolvedAt }) => ({ id, code: codeKey, text, isResolved: resolvedAt !== null }))
}

/** The decision in force, or the stale one, and all that was ever decided on any of its annotations, the last first. */
async function readDecided(cluster: StoredCluster): Promise<Pick<ClusterView, 'decision' | 'history'>> {
  const all = await readDecisions(cluster, [cluster.documentId])
  const { decision } = new Standings(all).of(cluster)
  const own = new Set(cluster.lineages)
  const history = all.filter(
    ({ kind, family, lineages }) =>
      kind === cluster.kind && family === cluster.family && lineages.some((lineage) => own.has(lineage)),
  )
  return {
    decision: decision && toDecisionView(decision, cluster.letters),
    history: history.reverse().map((one) => toDecisionView(one, cluster.letters)),
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
    differences: differencesByLetters(cluster),
    ...(await readDecided(cluster)),
    comments: discussion.comments,
    targets: versions.entities,
    issues: await readIssues(studyId, id),
    codedByReader: await codedDocument(membership.id, cluster.documentId),
    may: { decide: may(roles, 'review.decide'), manage: may(roles, 'review.manage') },
    ...(await queueNeighbours(place, which)),
  }
}
