import type { CodingState } from '../../prisma/generated/client'
import { db } from '../db'
import { may } from '../policy'
import { type Actor, authorize } from './steps/authorize'

interface Progress {
  /** Names only for who may know the members; pseudonyms for everybody. */
  coders: { memberId: string; pseudonym: string; name: string | null }[]
  /** One cell per coder, in the order of the coders; null where nothing is assigned. */
  documents: { id: string; number: number; title: string; cells: (CodingState | null)[] }[]
}

/** How far every coder is with every document: the newest revision of each coding. */
export async function readProgress(actor: Actor, input: { studyId: string }): Promise<Progress> {
  const { studyId, roles } = await authorize(actor, input.studyId, 'progress.read')
  const codings = await db().coding.findMany({
    where: { studyId, kind: 'human' },
    select: { coderId: true, documentId: true, state: true },
    orderBy: { revision: 'asc' },
  })
  const states = new Map(codings.map((coding) => [`${coding.coderId} ${coding.documentId}`, coding.state]))
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
      cells: coders.map((coder) => states.get(`${coder.id} ${document.id}`) ?? null),
    })),
  }
}
