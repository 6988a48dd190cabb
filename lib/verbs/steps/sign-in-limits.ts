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
}

function limiter(name: keyof typeof limits): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit',
    keyPrefix: `sign-in-${name}`,
    clearExpiredByTimeout: false,
    ...limits[name],
  })
}

/** The address 'direct' stands for everybody on a server without a known proxy: it cannot be limited for all. */
function attempts(email: string, address: string): [keyof typeof limits, string][] {
  const ofAddress: [keyof typeof limits, string][] = address === 'direct' ? [] : [['address', address]]
  return [['account', `${email} ${address}`], ['accountAnywhere', email], ...ofAddress]
}

/** @throws AppError rate_limited when there were too many */
export async function countAttempt(email: string, address: string): Promise<void> {
  for (const [name, key] of attempts(email, address)) {
    await limiter(name)
      .consume(key)
      .catch((rejection: unknown) => {
        if (!(rejection instanceof RateLimiterRes)) throw rejection
        const minutes = Math.ceil(rejection.msBeforeNext / 60_000)
        throw new AppError(
          'rate_limited',
          `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
        )
      })
  }
}

/** After a success the account's own count starts anew. */
export async function forgetAttempts(email: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: { startsWith: `sign-in-account:${email} ` } } })
}
