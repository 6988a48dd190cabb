import type { CodingState, Ineligible } from '../coding/coding-view'
import { db } from '../db'
import { may } from '../policy'
import { type Actor, authorize } from './steps/authorize'
import { isNewestRevision } from './steps/coding-revisions'
import { toIneligible } from './steps/ineligible'

/** How far one coder is with one document. */
export interface ProgressCell {
  codingId: string
  state: CodingState
  revision: number
  ineligible: Ineligible | null
}

interface Progress {
  /** Names only for who may know the members; pseudonyms for everybody. */
  coders: { memberId: string; pseudonym: string; name: string | null }[]
  /** One cell per coder, in the order of the coders; null where nothing is assigned. */
  documents: { id: string; number: number; title: string; cells: (ProgressCell | null)[] }[]
}

interface CellRow {
  id: string
  coderId: string
  documentId: string
  state: CodingState
  revision: number
  ineligibleReason: string | null
  ineligibleConfirmedAt: Date | null
}

/** The newest revision of each coding, by coder and document; of one coded in several rounds, in the last of them. */
async function readCells(studyId: string): Promise<Map<string, ProgressCell>> {
  const rows = await db().$queryRaw<CellRow[]>`
    SELECT c."id"::text AS "id", c."coderId"::text AS "coderId", c."documentId"::text AS "documentId",
      c."state"::text AS "state", c."revision", c."ineligibleReason", c."ineligibleConfirmedAt"
    FROM "Coding" c JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND ${isNewestRevision}
    ORDER BY r."number"`
  return new Map(
    rows.map(({ id, coderId, documentId, state, revision, ...row }) => [
      `${coderId} ${documentId}`,
      { codingId: id, state, revision, ineligible: toIneligible(row) },
    ]),
  )
}

/** How far every coder is with every document: the newest revision of each coding. */
export async function readProgress(actor: Actor, input: { studyId: string }): Promise<Progress> {
  const { studyId, roles } = await authorize(actor, input.studyId, 'progress.read')
  const cells = await readCells(studyId)
  const coders = await db().membership.findMany({
    where: { studyId, OR: [{ leftAt: null, roles: { has: 'coder' } }, { codings: { some: { kind: 'human' } } }] },
    select: { id: true, pseudonym: true, user: { select: { name: true } } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  const documents = await db().document.findMany({
    where: { studyId },
    select: { id: true, number: true, title: true },
    orderBy: { number: 'asc' },
  })
  return {
    coders: coders.map(({ id, pseudonym, user }) => {
      return { memberId: id, pseudonym, name: may(roles, 'members.read') ? user.name : null }
    }),
    documents: documents.map((document) => ({
      ...document,
      cells: coders.map((coder) => cells.get(`${coder.id} ${document.id}`) ?? null),
    })),
  }
}
