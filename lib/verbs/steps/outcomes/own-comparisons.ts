import { setImmediate as nextTurn } from 'node:timers/promises'
import { goldOf } from '../../../coding/review/gold'
import { compareWithGold, type OwnComparison } from '../../../coding/review/own-outcome'
import { db } from '../../../db'
import type { OpenDocument } from '../discussion/open-discussion'
import { readDecisions } from '../review/decision-rows'
import { type ReviewVersions, readReviewedDocuments, readReviewVersions } from '../review/reviewed-documents'
import { clustersOfDocuments } from '../review/stored-clusters'

/** Documents that are read and compared at once: other requests come between two such pages. */
const documentsAtOnce = 20

/** A document with the coder's work on it held against what was decided. */
export interface ComparedOutcome extends OpenDocument {
  number: number
  comparisons: OwnComparison[]
}

/** Of these documents those that were decided on last, the last first. */
export async function decidedLast(
  studyId: string,
  documents: readonly OpenDocument[],
  most: number,
): Promise<OpenDocument[]> {
  if (documents.length <= most) return [...documents]
  const rows = await db().$queryRaw<OpenDocument[]>`
    SELECT e."roundId"::text AS "roundId", e."documentId"::text AS "documentId" FROM "Decision" e
      JOIN jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS asked("roundId" uuid, "documentId" uuid)
        ON asked."roundId" = e."roundId" AND asked."documentId" = e."documentId"
    WHERE e."studyId" = ${studyId}::uuid
    GROUP BY e."roundId", e."documentId" ORDER BY max(e."sequence") DESC LIMIT ${most}::int`
  return rows
}

async function compareSome(
  place: { studyId: string; roundId: string },
  documentIds: readonly string[],
  coder: string,
  versions: ReviewVersions,
): Promise<ComparedOutcome[]> {
  const documents = await readReviewedDocuments(place, documentIds, versions)
  const allDecisions = await readDecisions(place, documentIds)
  const allClusters = await clustersOfDocuments(db(), place, documentIds)
  return documents.map(({ document: { id: documentId, number }, reviewed }) => {
    const clusters = allClusters.filter((cluster) => cluster.documentId === documentId)
    const decisions = allDecisions.filter((decision) => decision.documentId === documentId)
    const gold = goldOf(reviewed, clusters, decisions)
    const comparisons = compareWithGold(reviewed, coder, { clusters, gold }, versions.codebooks)
    return { roundId: place.roundId, documentId, number, comparisons }
  })
}

/**
 * Holds a coder's work on these documents against what was decided.
 * @param documents all of which is decided
 * @param coder the pseudonym
 */
export async function compareOutcomes(
  studyId: string,
  documents: readonly OpenDocument[],
  coder: string,
): Promise<ComparedOutcome[]> {
  if (documents.length === 0) return []
  const versions = await readReviewVersions(studyId)
  const compared: ComparedOutcome[] = []
  for (const roundId of new Set(documents.map((document) => document.roundId))) {
    const inRound = documents.filter((document) => document.roundId === roundId)
    for (let from = 0; from < inRound.length; from += documentsAtOnce) {
      const ids = inRound.slice(from, from + documentsAtOnce).map(({ documentId }) => documentId)
      compared.push(...(await compareSome({ studyId, roundId }, ids, coder, versions)))
      await nextTurn()
    }
  }
  return compared
}
