import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Cluster } from '../../../coding/review/cluster'
import { clustersOf } from '../../../coding/review/clusters'
import { isRelevant } from '../../../coding/review/gold'
import { Standings } from '../../../coding/review/standing'
import { UnitIndex } from '../../../coding/unit-index'
import { db, type Transaction } from '../../../db'
import { type KeptStanding, type MadeDocument, replaceClusters } from './cluster-rows'
import { type RecordedDecision, readDecisions } from './decision-rows'
import { stepsFor } from './one-step-decisions'
import type { StaleDocument } from './reviewable-documents'
import { type DocumentToReview, type ReviewVersions, readReviewedDocuments } from './reviewed-documents'

type Place = { studyId: string; roundId: string }

/** The clusters of a document as they are kept. */
function madeFrom({ document, reviewed }: DocumentToReview, key: string, { codebooks }: ReviewVersions): MadeDocument {
  return {
    ...{ documentId: document.id, key, number: document.number },
    words: new UnitIndex(document, 'token').units.length,
    revisions: reviewed.codings.map(({ codingId, coder, revision }) => ({ codingId, coder, revision })),
    clusters: clustersOf(reviewed, codebooks).map((cluster) => ({ cluster, steps: stepsFor(cluster, reviewed) })),
  }
}

/**
 * Makes the clusters of these documents from what their coders submitted. Other requests get their turn in between.
 * @param stale with keys that were read before: should somebody submit meanwhile, the clusters are as new as the key or
 *   newer, and are made again at the next look
 */
export async function makeClusters(
  place: Place,
  stale: readonly StaleDocument[],
  versions: ReviewVersions,
  reader: Transaction = db(),
): Promise<MadeDocument[]> {
  const keys = new Map(stale.map(({ documentId, key }) => [documentId, key]))
  const made: MadeDocument[] = []
  for (const document of await readReviewedDocuments(place, [...keys.keys()], versions, reader)) {
    made.push(madeFrom(document, keys.get(document.document.id) ?? '', versions))
    await nextTurn()
  }
  return made
}

/** Puts made clusters in place of the older ones, with where their review stands. */
export async function keepClusters(tx: Transaction, place: Place, made: readonly MadeDocument[]): Promise<void> {
  await replaceClusters(tx, place, made, async (documentIds) => {
    const decisions = await readDecisions(place, documentIds, tx)
    const standings = new Map(
      made.map(({ documentId, clusters }) => {
        const own = new Standings(decisions.filter((decision) => decision.documentId === documentId))
        return [documentId, standingIn(own, clusters)] as const
      }),
    )
    return (documentId, cluster) => standings.get(documentId)?.(cluster) ?? open
  })
}

const open: KeptStanding = { state: 'open', cause: null, decisionId: null }

/**
 * Where the review of each cluster of a document stands. Where it was decided that the document holds nothing, or should not
 * be in the sample, that decides what is void by it.
 */
function standingIn(standings: Standings<RecordedDecision>, clusters: MadeDocument['clusters']) {
  const asked = clusters.find(({ cluster }) => cluster.kind === 'eligibility')
  const whether = asked && standings.of(asked.cluster)
  const verdict = whether?.state === 'decided' ? (whether.decision?.gold.eligibility ?? null) : null
  const verdictAgainst = verdict === 'code' ? null : verdict
  return (cluster: Cluster): KeptStanding => {
    const { state, decision } = standings.of(cluster)
    const isVoid = state !== 'decided' && !isRelevant(cluster.kind, verdictAgainst)
    const counting = isVoid ? (whether?.decision ?? null) : decision
    return { state: isVoid ? 'decided' : state, cause: counting?.cause ?? null, decisionId: counting?.id ?? null }
  }
}

/** Says anew where the review of each cluster of this document stands: a decision on one may make others void. */
export async function standAnew(tx: Transaction, place: Place, documentId: string, versions: ReviewVersions) {
  const { key } = await tx.reviewedDocument.findUniqueOrThrow({
    where: { roundId_documentId: { roundId: place.roundId, documentId } },
    select: { key: true },
  })
  await keepClusters(tx, place, await makeClusters(place, [{ documentId, key }], versions, tx))
}
