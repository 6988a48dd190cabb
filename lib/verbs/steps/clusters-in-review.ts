import { db, transaction } from '../../db'
import { AppError } from '../../errors'
import { keepClusters, makeClusters } from './make-clusters'
import { freshReview } from './refresh-review'
import type { Reviewability, StaleDocument } from './reviewable-documents'
import { readReviewVersions } from './reviewed-documents'
import { findCluster, type StoredCluster } from './stored-clusters'

export const unknownCluster =
  'This cluster does not exist, or its annotations have changed since. Go back to the queue.'

/** Makes the clusters of one document now: its reader cannot do with older ones. */
async function makeNow(place: { studyId: string; roundId: string }, stale: StaleDocument): Promise<void> {
  const made = await makeClusters(place, [stale], await readReviewVersions(place.studyId))
  await transaction((tx) => keepClusters(tx, place, made))
}

/**
 * A cluster as it is made from what is submitted now.
 * @throws AppError not_found when there is none of this name (any more), or its document waits for a coder
 */
export async function clusterInReview(
  studyId: string,
  clusterId: string,
): Promise<{ cluster: StoredCluster; documents: Reviewability }> {
  const kept = await db().cluster.findUnique({
    where: { id: clusterId },
    select: { studyId: true, roundId: true, documentId: true },
  })
  if (kept?.studyId !== studyId) throw new AppError('not_found', unknownCluster)
  const { roundId, documentId } = kept
  const documents = await freshReview({ studyId, roundId }, 0)
  const stale = documents.stale.find((one) => one.documentId === documentId)
  if (stale) await makeNow({ studyId, roundId }, stale)
  const cluster = await findCluster(db(), studyId, clusterId)
  if (!cluster) throw new AppError('not_found', unknownCluster)
  return { cluster, documents }
}
