import { agreedReading } from '../../../coding/review/consensus'
import type { ThreadStances } from '../../../coding/review/discussion'
import type { Transaction } from '../../../db'
import type { StoredCluster } from '../review/stored-clusters'

interface StanceRow {
  coder: string
  reading: string
}

/** What each coder said last of the cluster as it is now, by pseudonyms. */
async function lastStances(
  reader: Transaction,
  { studyId, documentId, id, inputKey }: StoredCluster,
): Promise<StanceRow[]> {
  return reader.$queryRaw<StanceRow[]>`
    SELECT DISTINCT ON (s."coderId") m."pseudonym" AS "coder", w."pseudonym" AS "reading"
    FROM "Stance" s JOIN "Membership" m ON m."id" = s."coderId" JOIN "Membership" w ON w."id" = s."readingId"
    WHERE s."studyId" = ${studyId}::uuid AND s."documentId" = ${documentId}::uuid AND s."clusterId" = ${id}::uuid
      AND s."inputKey" = ${inputKey}::uuid
    ORDER BY s."coderId", s."sequence" DESC`
}

/**
 * What the coders of a cluster want, by the letters of their readings: whose they are, nobody learns from it.
 * @param readerPseudonym of the coder who reads; null for a reviewer
 */
export async function readStances(
  reader: Transaction,
  cluster: StoredCluster,
  readerPseudonym: string | null,
): Promise<ThreadStances> {
  const { letters, inputKey } = cluster
  const said = new Map((await lastStances(reader, cluster)).map(({ coder, reading }) => [coder, reading]))
  const coders = [...letters].map(([coder, reading]) => {
    const wanted = said.get(coder)
    return { reading, stance: wanted === undefined ? null : (letters.get(wanted) ?? null) }
  })
  const own = readerPseudonym === null ? null : (letters.get(readerPseudonym) ?? null)
  return { inputKey, own, coders, agreed: agreedReading(coders) }
}
