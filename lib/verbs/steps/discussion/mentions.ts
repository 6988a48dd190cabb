import type { Membership } from '../../../../prisma/generated/client'
import type { MentionOfMe, ThreadSubject } from '../../../coding/review/discussion'
import { db } from '../../../db'
import { findCluster } from '../review/stored-clusters'
import { areCodesOpen, openDocuments, type Standing } from './open-discussion'
import { type ThreadPerson, threadPeople } from './thread-people'
import type { ThreadPlace } from './thread-place'
import { type CommentRow, toCommentView } from './threads'

/** So many are listed. */
const mostMentions = 10

/** Older comments than so many are not looked through for what is still open. */
const mostLookedAt = 500

interface Row extends CommentRow {
  threadId: string
  subject: ThreadSubject
  roundId: string | null
  documentId: string | null
  clusterId: string | null
  codeKey: string | null
  number: number | null
  title: string | null
}

async function mentioning({ studyId, id }: Membership): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT c."id"::text AS "id", c."authorId"::text AS "authorId", c."text",
      ARRAY(SELECT unnest(c."mentions")::text) AS "mentions", c."at", t."id"::text AS "threadId",
      t."subject"::text AS "subject", t."roundId"::text AS "roundId", t."documentId"::text AS "documentId",
      t."clusterId"::text AS "clusterId", t."codeKey", d."number", d."title"
    FROM "Comment" c JOIN "Thread" t ON t."id" = c."threadId" LEFT JOIN "Document" d ON d."id" = t."documentId"
    WHERE c."studyId" = ${studyId}::uuid AND c."mentions" @> ARRAY[${id}::uuid] AND c."authorId" <> ${id}::uuid
    ORDER BY c."at" DESC, c."id" DESC LIMIT ${mostLookedAt}::int`
}

/** Which discussions are open to this member. */
async function openTo(membership: Membership, standing: Standing): Promise<(row: Row) => boolean> {
  if (standing === 'reviewer') return () => true
  if (standing === 'nobody') return () => false
  const documents = new Set((await openDocuments(membership)).map((open) => `${open.roundId} ${open.documentId}`))
  const codes = await areCodesOpen(membership)
  return ({ roundId, documentId }) => (documentId === null ? codes : documents.has(`${roundId} ${documentId}`))
}

async function placeOf(studyId: string, row: Row): Promise<ThreadPlace> {
  const { subject, roundId, documentId, codeKey } = row
  const cluster = row.clusterId ? await findCluster(db(), studyId, row.clusterId) : null
  return { studyId, subject, roundId, documentId, codeKey, cluster }
}

function toMention(row: Row, people: readonly ThreadPerson[], readerId: string): MentionOfMe {
  const { id, author, text, at } = toCommentView(row, people, readerId)
  const { subject, documentId, clusterId } = row
  const about = documentId === null ? (row.codeKey ?? '') : `${row.number}. ${row.title}`
  return { id, subject, documentId, about, clusterId, author, text, at }
}

/** The last comments that mention this member, of discussions that are open to the member now, the newest first. */
export async function readMentions(membership: Membership, standing: Standing): Promise<MentionOfMe[]> {
  const isOpen = await openTo(membership, standing)
  const rows = (await mentioning(membership)).filter(isOpen).slice(0, mostMentions)
  const { roles } = membership
  const peopleOf = new Map<string, ThreadPerson[]>()
  for (const row of rows) {
    if (peopleOf.has(row.threadId)) continue
    peopleOf.set(row.threadId, await threadPeople(db(), await placeOf(membership.studyId, row), { standing, roles }))
  }
  return rows.map((row) => toMention(row, peopleOf.get(row.threadId) ?? [], membership.id))
}
