import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Transaction } from '../../db'
import { AppError } from '../../errors'
import type { Actor } from './authorize'

export interface NewAccount {
  email: string
  name: string
  password: string
}

/** E-mail addresses are compared without regard to case. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase()
}

// Algorithm 2 is argon2id; cost as OWASP's Password Storage Cheat Sheet recommends (19 MiB, 2 passes).
export const hashing = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Checked when nobody has the e-mail, so that the answer takes as long as for a wrong password. */
export const nobodysHash = hash('nobody has this password', hashing)

/** Adds a person to an open transaction. */
export async function insertUser(tx: Transaction, account: NewAccount): Promise<Actor> {
  const email = foldEmail(account.email)
  if (await tx.user.findUnique({ where: { email } })) {
    const message = 'This e-mail address has an account already. Sign in with it first, then open the link again.'
    throw new AppError('conflict', message, { fields: { email: message } })
  }
  const user = await tx.user.create({
    data: { id: randomUUID(), email, name: account.name, passwordHash: await hash(account.password, hashing) },
  })
  return { userId: user.id, email: user.email, name: user.name }
}
