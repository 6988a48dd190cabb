import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '../../db'
import { AppError } from '../../errors'

/** Sign-in attempts, counted in the database so that several servers agree. */

const limits = {
  /** Per account and address: guessing one password. */
  account: { points: 10, duration: 15 * 60 },
  /** Per account from anywhere: guessing from many addresses. */
  accountAnywhere: { points: 50, duration: 60 * 60 },
  /** Per address: trying many accounts. */
  address: { points: 200, duration: 15 * 60 },
  /** Everybody together, where no address is known: made-up e-mails must not buy unlimited hashing. */
  direct: { points: 600, duration: 15 * 60 },
}

/** Stands in place of an address for attempts of a person who is signed in and changes the password. */
export const passwordChange = 'change-password'

const clearedAtOnce = 50

function limiter(name: keyof typeof limits): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit',
    keyPrefix: `sign-in-${name}`,
    clearExpiredByTimeout: false,
    ...limits[name],
  })
}

function sharedAttempts(address: string): [keyof typeof limits, string][] {
  if (address === passwordChange) return []
  return [[address === 'direct' ? 'direct' : 'address', address]]
}

const ofAccount = (email: string, address: string) => `${email} ${address}`

/** What is shared comes first: once it is used up, made-up e-mails leave no rows of their own. */
function attempts(email: string, address: string): [keyof typeof limits, string][] {
  return [...sharedAttempts(address), ['account', ofAccount(email, address)], ['accountAnywhere', email]]
}

/** Removes some counts whose time is over: more than one attempt adds, so that they never pile up. */
async function clearExpired(): Promise<void> {
  await db().$executeRaw`DELETE FROM "RateLimit" WHERE key = ANY (ARRAY(
    SELECT key FROM "RateLimit" WHERE expire < now() AT TIME ZONE 'utc' LIMIT ${clearedAtOnce} FOR UPDATE SKIP LOCKED))`
}

async function consume(name: keyof typeof limits, key: string): Promise<void> {
  try {
    await limiter(name).consume(key)
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    const minutes = Math.ceil(rejection.msBeforeNext / 60_000)
    const message = `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`
    throw new AppError('rate_limited', message)
  }
}

/**
 * Counts one attempt, before anything that costs time.
 * @param address from where, as of `clientAddress`; or `passwordChange`
 * @throws AppError rate_limited when there were too many
 */
export async function countAttempt(email: string, address: string): Promise<void> {
  await clearExpired()
  for (const [name, key] of attempts(email, address)) await consume(name, key)
}

/** After a success the count of this account from this address starts anew. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  await limiter('account').delete(ofAccount(email, address))
}
