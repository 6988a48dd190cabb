import { randomUUID } from 'node:crypto'
import { type Comment, Prisma } from '../../../../prisma/generated/client'
import { shownMentions } from '../../../coding/review/mentions'
import type { CommentView } from '../../../coding/review/review-view'
import type { Transaction } from '../../../db'
import { namesIn, referencesTo, type ThreadPerson } from './thread-people'
import type { ThreadPlace } from './thread-place'

/** More comments than this in one discussion are a mistake of a program. */
export const mostComments = 1000

/**
 * As a condition on "Thread" t: it is about this. A cluster has all that was said of any of its annotations, also before
 * they came to be in one cluster.
 */
function isAbout({ studyId, subject, roundId, documentId, cluster, codeKey }: ThreadPlace): Prisma.Sql {
  if (cluster) {
    return Prisma.sql`t."studyId" = ${studyId}::uuid AND t."subject" = 'cluster' AND t."roundId" = ${roundId}::uuid
      AND t."documentId" = ${documentId}::uuid
      AND (t."clusterId" = ${cluster.id}::uuid OR t."lineages" && ${[...cluster.lineages]}::text[])`
  }
  if (subject === 'document') {
    return Prisma.sql`t."studyId" = ${studyId}::uuid AND t."subject" = 'document' AND t."roundId" = ${roundId}::uuid
      AND t."documentId" = ${documentId}::uuid`
  }
  return Prisma.sql`t."studyId" = ${studyId}::uuid AND t."subject" = 'code' AND t."codeKey" = ${codeKey}`
}

export type CommentRow = Pick<Comment, 'id' | 'authorId' | 'text' | 'mentions' | 'at'>

/** What was said about it, oldest first. */
export async function readComments(reader: Transaction, place: ThreadPlace): Promise<CommentRow[]> {
  const rows = await reader.$queryRaw<CommentRow[]>`
    SELECT c."id"::text AS "id", c."authorId"::text AS "authorId", c."text",
      ARRAY(SELECT unnest(c."mentions")::text) AS "mentions", c."at"
    FROM "Comment" c JOIN "Thread" t ON t."id" = c."threadId" WHERE ${isAbout(place)}
    ORDER BY c."at" DESC, c."id" DESC LIMIT ${mostComments}::int`
  return rows.reverse()
}

/** A comment as one reader sees it. */
export function toCommentView(row: CommentRow, people: readonly ThreadPerson[], readerId: string): CommentView {
  const nameOf = namesIn(people)
  return {
    id: row.id,
    author: nameOf(row.authorId),
    isOwn: row.authorId === readerId,
    ...shownMentions({ text: row.text, ids: referencesTo(row.mentions) }, nameOf),
    at: row.at.toISOString(),
  }
}

/** The one discussion of this, begun when there is none: two who begin it at once begin the same. */
export async function ensureThread(tx: Transaction, place: ThreadPlace): Promise<string> {
  const { studyId, subject, roundId, documentId, cluster, codeKey } = place
  await tx.$executeRaw`
    INSERT INTO "Thread" ("id", "studyId", "subject", "roundId", "documentId", "clusterId", "lineages", "codeKey")
    VALUES (${randomUUID()}::uuid, ${studyId}::uuid, ${subject}::"ThreadSubject", ${roundId}::uuid,
      ${documentId}::uuid, ${cluster?.id ?? null}::uuid, ${[...(cluster?.lineages ?? [])]}::text[], ${codeKey})
    ON CONFLICT DO NOTHING`
  const own = {
    cluster: { clusterId: cluster?.id ?? null },
    document: { roundId, documentId },
    code: { codeKey },
  }
  return (await tx.thread.findFirstOrThrow({ where: { studyId, subject, ...own[subject] }, select: { id: true } })).id
}
