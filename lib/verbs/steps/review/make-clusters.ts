import { setImmediate as nextTurn } from 'node:timers/promises'
import { clustersOf } from '../../../coding/review/clusters'
import { db, type Transaction } from '../../../db'
import { type MadeDocument, replaceClusters } from './cluster-rows'
import { keptStandings } from './cluster-standings'
import { readDecisions } from './decision-rows'
import { stepsFor } from './one-step-decisions'
import type { StaleDocument } from './reviewable-documents'
import { type DocumentToReview, type ReviewVersions, readReviewedDocuments } from './reviewed-documents'

type Place = { studyId: string; roundId: string }

/** The clusters of a document as they are kept. */
function madeFrom({ document, reviewed }: DocumentToReview, key: string, { codebooks }: ReviewVersions): MadeDocument {
  return {
    ...{ documentId: document.id, key, number: document.number },
    revisions: reviewed.codings.map(({ codingId, coder, revision }) => ({ codingId, coder, revision })),
    clusters: clustersOf(reviewed, codebooks).map((cluster) => ({ cluster, steps: stepsFor(cluster, reviewed) })),
  }
}

/**
 * Makes the clusters of these documents from what their coders submitted. Other requests get their turn in between.
 * @param stale with keys that were read before: should somebody submit meanwhile, the clusters are not kept, and are made
 *   again at the next look
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
    const documents = made.map(
      ({ documentId, clusters }) => [documentId, clusters.map(({ cluster }) => cluster)] as const,
    )
    return keptStandings(new Map(documents), await readDecisions(place, documentIds, tx))
  })
}
