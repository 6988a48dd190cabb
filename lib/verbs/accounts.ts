import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import { audit } from './steps/audit'
import type { Actor, Visitor } from './steps/authorize'
import { countAttempt, forgetAttempts, passwordChange } from './steps/sign-in-limits'
import { foldEmail, hashing, insertUser, type NewAccount, nobodysHash } from './steps/users'

const holdsNoNull = (text: string) => !text.includes('\u0000')
const storedText = z.string().refine(holdsNoNull, 'Remove the character U+0000.')
const password = storedText.min(12, 'Use at least 12 characters.').max(200)

/** What can be an e-mail and a password at all. */
export const signInInput = z.object({ email: storedText.max(254), password: storedText.max(200) })

export const newAccountInput = z.object({
  email: z.email('Write an e-mail address.').max(254),
  name: z.string().trim().min(1, 'Write your name.').max(100),
  password,
})

export const changePasswordInput = z.object({ current: z.string().max(200), next: password })

/** Whether nobody has an account yet: the first visitor then creates the lead's. */
export async function isEmptyServer(_visitor: Visitor): Promise<boolean> {
  return (await db().user.findFirst({ select: { id: true } })) === null
}

/**
 * Creates the first account of an empty server.
 * @throws AppError conflict when somebody else was first
 */
export async function createFirstAccount(_visitor: Visitor, input: NewAccount): Promise<Actor> {
  return transaction(async (tx) => {
    // Two first visitors at once: the second waits here and then finds the server no longer empty.
    await tx.$executeRaw`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`
    if (await tx.user.findFirst({ select: { id: true } })) {
      throw new AppError(
        'conflict',
        'This server has its first account already. Sign in, or ask for an invitation link.',
      )
    }
    const actor = await insertUser(tx, input)
    await audit(tx, { actorId: actor.userId, action: 'account.first' })
    return actor
  })
}

/**
 * Checks e-mail and password for sign-in. An unknown e-mail and a wrong password get the same answer.
 * @param address from where the attempt comes; attempts are limited per account and per address
 * @throws AppError unauthenticated, or rate_limited
 */
export async function checkPassword(
  _visitor: Visitor,
  input: z.infer<typeof signInInput> & { address: string },
): Promise<Actor & { sessionVersion: number }> {
  const email = foldEmail(input.email)
  await countAttempt(email, input.address)
  const user = await db().user.findUnique({ where: { email } })
  const matches = await verify(user?.passwordHash ?? (await nobodysHash), input.password)
  if (!user?.passwordHash || !matches || user.disabledAt) {
    throw new AppError('unauthenticated', 'E-mail or password is wrong.')
  }
  await forgetAttempts(email, input.address)
  await transaction((tx) => audit(tx, { actorId: user.id, action: 'account.signed_in' }))
  return { userId: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion }
}

/** Changes the password and ends all other sessions: the person signs in again with the new one. */
export async function changePassword(actor: Actor, input: z.infer<typeof changePasswordInput>): Promise<void> {
  await countAttempt(actor.email, passwordChange)
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
  if (!user.passwordHash || !(await verify(user.passwordHash, input.current))) {
    const message = 'The current password is wrong.'
    throw new AppError('invalid', message, { fields: { current: message } })
  }
  const passwordHash = await hash(input.next, hashing)
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, sessionVersion: { increment: 1 } } })
    await audit(tx, { actorId: user.id, action: 'account.password_changed' })
  })
  await forgetAttempts(actor.email, passwordChange)
}

/** Ends every session of this person, on all devices, this one included. */
export async function endAllSessions(actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { sessionVersion: { increment: 1 } } })
    await audit(tx, { actorId: actor.userId, action: 'account.sessions_ended' })
  })
}
