import type { ClusterView } from '../../../coding/review/review-view'
import { AppError } from '../../../errors'
import { type ClusterReader, readClusterView } from './cluster-views'
import { clusterInReview } from './clusters-in-review'
import { nextInQueue, type QueuePlace } from './queue-places'
import { allOf, clusterConditions } from './review-conditions'

/**
 * What comes after this place in the queue; beyond its last cluster its first. A cluster that is gone when it is looked at,
 * since its document changed, is passed over.
 */
export async function nextInReview(
  place: QueuePlace,
  reader: Omit<ClusterReader, 'isComplete'>,
): Promise<{ next: ClusterView | null; left: number }> {
  const { membership, round, filters } = reader
  const which = allOf(round, clusterConditions(round, filters, membership.id))
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const nextId = await nextInQueue(place, which)
    if (nextId === null) return { next: null, left: 0 }
    const found = await clusterInReview(membership.studyId, nextId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return undefined
      throw error
    })
    if (!found) continue
    const next = await readClusterView(found.cluster, { ...reader, isComplete: found.isComplete })
    return { next, left: next.left }
  }
  return { next: null, left: 0 }
}
