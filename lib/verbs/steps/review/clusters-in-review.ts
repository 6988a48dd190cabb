import { db, transaction } from '../../../db'
import { AppError } from '../../../errors'
import { keepClusters, makeClusters } from './make-clusters'
import { forgetWaiting, refreshNowAndThen } from './refresh-review'
import { readReviewability, readWaiting, type StaleDocument } from './reviewable-documents'
import { readReviewVersions } from './reviewed-documents'
import { findCluster, type StoredCluster } from './stored-clusters'

export const unknownCluster =
  'This cluster does not exist, or its annotations have changed since. Go back to the queue.'

type Place = { studyId: string; roundId: string }

/** Makes the clusters of one document now: its reader cannot do with older ones. */
async function makeNow(place: Place, stale: readonly StaleDocument[]): Promise<void> {
  const made = await makeClusters(place, stale, await readReviewVersions(place.studyId))
  await transaction((tx) => keepClusters(tx, place, made))
}

/**
 * Brings the review up to date as far as one document is concerned: nothing is left of documents that wait, and the
 * clusters of this one are made from what is submitted now. The others follow in the background.
 */
export async function bringUpToDate(
  place: Place,
  documentId: string,
): Promise<{ isComplete: boolean; hasChanged: boolean }> {
  const { isComplete, obsolete } = await readWaiting(place)
  const own = await readReviewability({ ...place, documentId })
  const gone = [...new Set([...obsolete, ...own.obsolete])]
  if (gone.length > 0) await forgetWaiting(place, gone)
  if (own.stale.length > 0) await makeNow(place, own.stale)
  refreshNowAndThen(place)
  return { isComplete, hasChanged: gone.length + own.stale.length > 0 }
}

/**
 * A cluster as it is made from what is submitted now.
 * @throws AppError not_found when there is none of this name (any more), or its document waits for a coder
 */
export async function clusterInReview(
  studyId: string,
  clusterId: string,
): Promise<{ cluster: StoredCluster; isComplete: boolean }> {
  const kept = await findCluster(db(), studyId, clusterId)
  if (!kept) throw new AppError('not_found', unknownCluster)
  const place = { studyId, roundId: kept.roundId }
  const { isComplete, hasChanged } = await bringUpToDate(place, kept.documentId)
  const cluster = hasChanged ? await findCluster(db(), studyId, clusterId) : kept
  if (!cluster) throw new AppError('not_found', unknownCluster)
  return { cluster, isComplete }
}
