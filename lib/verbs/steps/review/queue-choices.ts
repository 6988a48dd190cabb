import type { Codebook } from '../../../coding/codebook'
import { methodOf, type OneStep } from '../../../coding/review/one-step-rules'
import type { ReviewQueue } from '../../../coding/review/review-view'
import { db } from '../../../db'
import { type MemberRole, policy } from '../../../policy'
import type { RoundToReview } from './review-rounds'

/** What there is to choose from beside the queue. */

/** Pairs of coders who coded a document both; none while names are hidden. */
export async function readPairs({ id, showNames }: RoundToReview): Promise<string[]> {
  if (!showNames) return []
  const rows = await db().$queryRaw<{ coders: string[] }[]>`
    SELECT DISTINCT jsonb_path_query_array("revisions", '$[*].coder') AS "coders" FROM "ReviewedDocument"
    WHERE "roundId" = ${id}::uuid`
  const pairs = rows.flatMap(({ coders }) => {
    const sorted = [...coders].sort()
    return sorted.flatMap((one, place) => sorted.slice(place + 1).map((other) => `${one} ${other}`))
  })
  return [...new Set(pairs)].sort()
}

/** The documents that have clusters, by their numbers. As JSON: Prisma takes long for a thousand rows. */
export async function readDocumentsInIt({ id }: RoundToReview): Promise<ReviewQueue['documentsInIt']> {
  const [row] = await db().$queryRaw<{ documents: ReviewQueue['documentsInIt'] }[]>`
    SELECT coalesce(json_agg(json_build_object('id', d."id", 'number', d."number", 'title', d."title")
      ORDER BY d."number"), '[]') AS "documents"
    FROM "ReviewedDocument" r JOIN "Document" d ON d."id" = r."documentId"
    WHERE r."roundId" = ${id}::uuid AND r."coders" > 0`
  return row?.documents ?? []
}

/** Whoever may decide, by name. */
export async function readReviewers(studyId: string): Promise<ReviewQueue['reviewers']> {
  const deciding: readonly MemberRole[] = policy['review.decide']
  const rows = await db().membership.findMany({
    where: { studyId, leftAt: null, roles: { hasSome: [...deciding] } },
    select: { id: true, user: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, user }) => ({ id, name: user.name }))
}

/** So many steps can be chosen from. */
const mostBatches = 50

/** Steps for many clusters that can be taken back, the last first. */
export async function readBatches({ id, studyId }: RoundToReview): Promise<ReviewQueue['batches']> {
  const rows = await db().reviewStep.findMany({
    where: { studyId, roundId: id, step: { not: 'undo' }, undone: { is: null } },
    select: {
      id: true,
      step: true,
      decisions: true,
      at: true,
      member: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostBatches,
  })
  return rows.map(({ id: batchId, step, decisions, at, member }) => ({
    ...{ id: batchId, decisions, at: at.toISOString(), by: member.user.name },
    ...{ method: methodOf(step as OneStep), rule: step },
  }))
}

/** The codes of these keys as the codebook calls them, in its order; codes of other versions by their keys. */
export function labelledCodes(keys: readonly string[], { codes }: Codebook): ReviewQueue['codes'] {
  const wanted = new Set(keys)
  const known = codes.filter(({ key }) => wanted.delete(key)).map(({ key, label }) => ({ key, label }))
  return [...known, ...[...wanted].sort().map((key) => ({ key, label: key }))]
}
