import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Cluster } from '../../../coding/review/cluster'
import { clustersOf } from '../../../coding/review/clusters'
import { type Gold, goldOf } from '../../../coding/review/gold'
import { type Stood, standingsIn } from '../../../coding/review/standing'
import { type RecordedDecision, readDecisions } from './decision-rows'
import type { RoundToReview } from './review-rounds'
import { listReviewable } from './reviewable-documents'
import {
  type DocumentToReview,
  type ReviewVersions,
  readReviewedDocuments,
  readReviewVersions,
} from './reviewed-documents'

/** A document of a round with all that its review has come to: derived anew from codings and decisions. */
export interface DocumentGold extends DocumentToReview {
  round: RoundToReview
  clusters: readonly Cluster[]
  /** The clusters with how far the review of each is. */
  stood: readonly Stood<Cluster, RecordedDecision>[]
  /** In the order in which they were made. */
  decisions: readonly RecordedDecision[]
  gold: Gold
}

/** Documents read at once, so that no study fills the memory. */
const documentsOfPage = 20

/** These documents of a round: the caller has seen to it that they can be reviewed. */
export async function readGolds(
  round: RoundToReview,
  documentIds: readonly string[],
  versions: ReviewVersions,
): Promise<DocumentGold[]> {
  const place = { studyId: round.studyId, roundId: round.id }
  const documents = await readReviewedDocuments(place, documentIds, versions)
  const all = await readDecisions(place, documentIds)
  const golds: DocumentGold[] = []
  for (const { document, reviewed } of documents) {
    const decisions = all.filter(({ documentId }) => documentId === document.id)
    const clusters = clustersOf(reviewed, versions.codebooks)
    const gold = goldOf(reviewed, clusters, decisions)
    golds.push({ round, document, reviewed, clusters, stood: standingsIn(clusters, decisions), decisions, gold })
    await nextTurn()
  }
  return golds
}

/** All documents that can be reviewed, by round and number, a few at a time. */
export async function* readAllGolds(rounds: readonly RoundToReview[]): AsyncGenerator<DocumentGold[]> {
  const [first] = rounds
  if (!first) return
  const versions = await readReviewVersions(first.studyId)
  for (const round of rounds) {
    const ids = await listReviewable({ studyId: round.studyId, roundId: round.id })
    for (let from = 0; from < ids.length; from += documentsOfPage) {
      yield await readGolds(round, ids.slice(from, from + documentsOfPage), versions)
    }
  }
}
