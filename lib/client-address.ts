import { env } from './env'

/**
 * The address a request comes from, for rate limits. X-Forwarded-For is believed only as far as our own proxies wrote
 * it: with n trusted proxies, the n-th entry from the right. Without any, all requests share one address.
 */
export function clientAddress(headers: Headers, trustedProxies = env().trustedProxies): string {
  if (trustedProxies === 0) return 'direct'
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim())
  // Longer than any address in text: it becomes a key in the database.
  return forwarded.at(-trustedProxies)?.slice(0, 64) || 'direct'
}
