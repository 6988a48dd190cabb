import type { Coding, Membership } from '../../../prisma/generated/client'
import { isHandedIn } from '../../coding/coding-view'
import { db, type Transaction } from '../../db'
import { AppError } from '../../errors'
import type { Action } from '../../policy'
import { type Actor, authorize } from './authorize'

export const unknownCoding = 'This coding does not exist, or it is not yours.'

/**
 * A coding with the actor's membership in its study. One of a study the actor is no member of gets the same answer as
 * one that does not exist.
 * @throws AppError not_found, or forbidden for a member without the right
 */
export async function codingFor(
  actor: Actor,
  codingId: string,
  action: Action,
  reader: Transaction = db(),
): Promise<{ coding: Coding; membership: Membership }> {
  const coding = await reader.coding.findUnique({ where: { id: codingId } })
  if (!coding) throw new AppError('not_found', unknownCoding)
  const membership = await authorize(actor, coding.studyId, action, reader).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? new AppError('not_found', unknownCoding) : error
  })
  return { coding, membership }
}

/**
 * A coding of the actor's own. Another coder's coding gets the same answer as one that does not exist.
 * @throws AppError not_found, or forbidden for a member who does not code
 */
export async function ownCoding(actor: Actor, codingId: string, reader: Transaction = db()): Promise<Coding> {
  const { coding, membership } = await codingFor(actor, codingId, 'codings.do', reader)
  if (membership.id !== coding.coderId) throw new AppError('not_found', unknownCoding)
  return coding
}

/**
 * A coding with its row locked, as it stands once everybody who held the lock is done. Every write of a coding's rows
 * and every change of its state goes through here. The lock is FOR UPDATE also for saving: FOR SHARE would keep saves
 * from passing a submit, but let two saves read the same versions and collide; one coder's saves have no reason to run
 * side by side.
 * @throws AppError not_found
 */
export async function lockCoding(tx: Transaction, codingId: string): Promise<Coding> {
  await tx.$queryRaw`SELECT 1 FROM "Coding" WHERE "id" = ${codingId}::uuid FOR UPDATE`
  const coding = await tx.coding.findUnique({ where: { id: codingId } })
  if (!coding) throw new AppError('not_found', unknownCoding)
  return coding
}

/** The actor's own coding, locked. @throws AppError as `ownCoding` */
export async function lockOwnCoding(tx: Transaction, actor: Actor, codingId: string): Promise<Coding> {
  await ownCoding(actor, codingId, tx)
  return lockCoding(tx, codingId)
}

/** Whether nothing in this coding can change any more. */
export function isSubmitted(coding: Pick<Coding, 'state'>): boolean {
  return isHandedIn(coding.state)
}

/** The first look at an assigned coding, or the first change, opens it; later ones leave the time as it is. */
export async function markOpened(tx: Transaction, coding: Pick<Coding, 'id'>): Promise<boolean> {
  const { count } = await tx.coding.updateMany({
    where: { id: coding.id, state: 'assigned' },
    data: { state: 'open', openedAt: new Date() },
  })
  return count > 0
}
