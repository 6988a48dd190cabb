import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Membership } from '../../../../prisma/generated/client'
import { goldOf } from '../../../coding/review/gold'
import { lineageName } from '../../../coding/review/identity'
import { compareWithGold, type OwnComparison } from '../../../coding/review/own-outcome'
import type { ReviewedCoding, ReviewedDocument } from '../../../coding/review/reviewed-document'
import { db } from '../../../db'
import type { OpenDocument } from '../discussion/open-discussion'
import { readDecisions } from '../review/decision-rows'
import { type ReviewVersions, readReviewedDocuments, readReviewVersions } from '../review/reviewed-documents'
import { clustersOfDocuments } from '../review/stored-clusters'
import { type DecidedOutcome, readDecidedOutcomes, withLinkConflicts } from './decided-outcomes'
import { readOwnCodings } from './own-codings'

/** Documents that are read and compared at once: other requests come between two such pages. */
const documentsAtOnce = 20

/** A document with the coder's work on it held against what was decided. */
export interface ComparedOutcome extends OpenDocument {
  number: number
  comparisons: OwnComparison[]
}

/** Whose work is held against decisions, and on which round. */
interface Own {
  membership: Membership
  roundId: string
  versions: ReviewVersions
}

/** Of these documents those that were decided on last, the last first. */
export async function decidedLast(
  studyId: string,
  documents: readonly OpenDocument[],
  most: number,
): Promise<OpenDocument[]> {
  if (documents.length <= most) return [...documents]
  return db().$queryRaw<OpenDocument[]>`
    SELECT e."roundId"::text AS "roundId", e."documentId"::text AS "documentId" FROM "Decision" e
      JOIN jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS asked("roundId" uuid, "documentId" uuid)
        ON asked."roundId" = e."roundId" AND asked."documentId" = e."documentId"
    WHERE e."studyId" = ${studyId}::uuid
    GROUP BY e."roundId", e."documentId" ORDER BY max(e."sequence") DESC LIMIT ${most}::int`
}

/** What is left of a coding beside what all coders agree on: those stretches meet no other. */
function withoutAgreed(own: ReviewedCoding, { agreed }: DecidedOutcome): ReviewedCoding {
  const lineages = new Set(agreed.flatMap((cluster) => cluster.lineages))
  return {
    ...own,
    annotations: own.annotations.filter(({ lineageId }) => !lineages.has(lineageName(own.coder, lineageId))),
    answers: own.answers.filter(({ variable }) => !lineages.has(`variable ${variable}`)),
    links: [],
  }
}

type Text = Pick<ReviewedDocument, 'text' | 'length' | 'language'> & { id: string; number: number }

async function readTexts(documentIds: readonly string[]): Promise<Text[]> {
  return db().document.findMany({
    where: { id: { in: [...documentIds] } },
    select: { id: true, number: true, text: true, length: true, language: true },
  })
}

/** By the decisions and the own coding alone. */
async function compareByDecisions({ membership, roundId, versions }: Own, documentIds: readonly string[]) {
  const outcomes = await readDecidedOutcomes(roundId, documentIds)
  const codings = await readOwnCodings(membership, roundId, documentIds, versions)
  const texts = await readTexts(documentIds)
  return texts.flatMap(({ id: documentId, number, text, length, language }): ComparedOutcome[] => {
    const [own, outcome] = [codings.get(documentId), outcomes.get(documentId)]
    if (!own || !outcome) return []
    const document = { roundId, documentId, secret: versions.secret, text, length, language, ineligible: [] }
    const rest = { ...document, codings: [withoutAgreed(own, outcome)] }
    const comparisons = [
      ...outcome.agreed.map(({ clusterId, subjects }) => ({ clusterId, subjects, differences: [] })),
      ...compareWithGold(rest, membership.pseudonym, outcome, versions.codebooks),
    ]
    return [{ roundId, documentId, number, comparisons }]
  })
}

/** By everybody's codings, from which the links of gold follow. */
async function compareByCodings({ membership, roundId, versions }: Own, documentIds: readonly string[]) {
  const place = { studyId: membership.studyId, roundId }
  const documents = await readReviewedDocuments(place, documentIds, versions)
  const allDecisions = await readDecisions(place, documentIds)
  const allClusters = await clustersOfDocuments(db(), place, documentIds)
  return documents.map(({ document: { id: documentId, number }, reviewed }): ComparedOutcome => {
    const clusters = allClusters.filter((cluster) => cluster.documentId === documentId)
    const decisions = allDecisions.filter((decision) => decision.documentId === documentId)
    const gold = goldOf(reviewed, clusters, decisions)
    const comparisons = compareWithGold(reviewed, membership.pseudonym, { clusters, gold }, versions.codebooks)
    return { roundId, documentId, number, comparisons }
  })
}

async function comparePage(own: Own, documentIds: readonly string[]): Promise<ComparedOutcome[]> {
  const linked = await withLinkConflicts(own.roundId, documentIds)
  const [byCodings, byDecisions] = [
    documentIds.filter((id) => linked.has(id)),
    documentIds.filter((id) => !linked.has(id)),
  ]
  return [
    ...(byDecisions.length > 0 ? await compareByDecisions(own, byDecisions) : []),
    ...(byCodings.length > 0 ? await compareByCodings(own, byCodings) : []),
  ]
}

/**
 * Holds a coder's work on these documents against what was decided.
 * @param documents all of which is decided
 */
export async function compareOutcomes(
  membership: Membership,
  documents: readonly OpenDocument[],
): Promise<ComparedOutcome[]> {
  if (documents.length === 0) return []
  const versions = await readReviewVersions(membership.studyId)
  const compared: ComparedOutcome[] = []
  for (const roundId of new Set(documents.map((document) => document.roundId))) {
    const inRound = documents.filter((document) => document.roundId === roundId)
    for (let from = 0; from < inRound.length; from += documentsAtOnce) {
      const ids = inRound.slice(from, from + documentsAtOnce).map(({ documentId }) => documentId)
      compared.push(...(await comparePage({ membership, roundId, versions }, ids)))
      await nextTurn()
    }
  }
  return compared.sort((one, other) => one.number - other.number)
}
