import type { Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { unknownCluster } from './clusters-in-review'
import { keepClusters, makeClusters } from './make-clusters'
import { readReviewability } from './reviewable-documents'
import { type ReviewVersions, readReviewVersions } from './reviewed-documents'
import { findCluster, type StoredCluster } from './stored-clusters'

/**
 * A cluster with its document locked against everybody else who decides on it, as it is made from what is submitted now.
 * @throws AppError not_found when there is none of this name (any more), or its document waits for a coder
 */
export async function lockCluster(
  tx: Transaction,
  studyId: string,
  clusterId: string,
): Promise<{ cluster: StoredCluster; versions: ReviewVersions }> {
  const [kept] = await tx.$queryRaw<{ roundId: string; documentId: string }[]>`
    SELECT r."roundId"::text AS "roundId", r."documentId"::text AS "documentId"
    FROM "Cluster" c JOIN "ReviewedDocument" r ON r."roundId" = c."roundId" AND r."documentId" = c."documentId"
    WHERE c."id" = ${clusterId}::uuid AND c."studyId" = ${studyId}::uuid FOR UPDATE OF r`
  if (!kept) throw new AppError('not_found', unknownCluster)
  const place = { studyId, roundId: kept.roundId }
  const versions = await readReviewVersions(studyId, tx)
  const { stale, obsolete } = await readReviewability({ ...place, documentId: kept.documentId }, tx)
  if (obsolete.length > 0) throw new AppError('not_found', unknownCluster)
  if (stale.length > 0) await keepClusters(tx, place, await makeClusters(place, stale, versions, tx))
  const cluster = await findCluster(tx, studyId, clusterId)
  if (!cluster) throw new AppError('not_found', unknownCluster)
  return { cluster, versions }
}
