'use client'

import { account } from '../words/account'

/**
 * Signs in and answers what is wrong, or nothing. A new session starts from a fresh page, so that nothing that was
 * shown to somebody else is kept: the caller goes on with `goTo`.
 */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  // Loaded by who signs in: everybody else is spared it.
  const answer = await import('next-auth/react')
    .then((auth) => auth.signIn('credentials', { redirect: false, email, password }))
    .catch(() => undefined)
  if (!answer) return account.unreachable
  if (answer.error === 'rate_limited') return account.tooManyAttempts
  return answer.ok && !answer.error ? undefined : account.wrongPassword
}

/** Opens the page anew. */
export function goTo(address: string): void {
  window.location.assign(address)
}
