import type { NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { clientAddress } from './client-address'
import { db } from './db'
import { env } from './env'
import { AppError } from './errors'
import { log } from './log'
import { serverSecret } from './server-secret'
import { checkPassword, signInInput } from './verbs/accounts'
import type { Actor } from './verbs/steps/authorize'

export type { Actor } from './verbs/steps/authorize'

/** Sign-in, sessions and who a request comes from: the only file that knows next-auth. */

const sessionSeconds = 14 * 24 * 60 * 60

function isHttps(): boolean {
  return env().publicUrl.startsWith('https://')
}

function sessionCookieName(): string {
  return isHttps() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

// next-auth shows the message of an error to the visitor: it must be one of our few codes and nothing else.
function visibleError(error: unknown): Error {
  if (error instanceof AppError) return new Error(error.code)
  log.error({ error }, 'a sign-in failed')
  return new Error('internal')
}

async function signIn(input: unknown, headers: Headers) {
  const typed = signInInput.safeParse(input)
  // What no account can have is a wrong password like any other.
  if (!typed.success) throw new AppError('unauthenticated', 'E-mail or password is wrong.')
  const person = await checkPassword(null, { ...typed.data, address: clientAddress(headers) })
  return { id: person.userId, email: person.email, name: person.name, sessionVersion: person.sessionVersion }
}

const credentials = Credentials({
  name: 'e-mail and password',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(input, request) {
    try {
      return await signIn(input, new Headers(request.headers as Record<string, string>))
    } catch (error) {
      throw visibleError(error)
    }
  },
})

/** How next-auth signs people in: an encrypted cookie that names the person and the version of their sessions. */
export async function authOptions(): Promise<NextAuthOptions> {
  return {
    secret: await serverSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: isHttps(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [credentials],
    callbacks: {
      jwt({ token, user }) {
        return user
          ? { ...token, sub: user.id, sessionVersion: (user as { sessionVersion?: number }).sessionVersion }
          : token
      },
      // The address comes from the request, also from a cookie: one that cannot be read must not fail the answer.
      redirect({ url, baseUrl }) {
        const isOurs = URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl
        return isOurs ? new URL(url, baseUrl).href : baseUrl
      },
    },
  }
}

async function actorOfToken(token: string | undefined): Promise<Actor | null> {
  if (!token) return null
  const claims = await decode({ token, secret: await serverSecret() }).catch(() => null)
  if (!claims?.sub) return null
  const user = await db().user.findUnique({ where: { id: claims.sub } })
  if (!user || user.disabledAt || user.sessionVersion !== claims.sessionVersion) return null
  return { userId: user.id, email: user.email, name: user.name }
}

/** @returns undefined without such a cookie, or when its percent-encoding is malformed */
function cookieValue(header: string | null, name: string): string | undefined {
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  try {
    return pair && decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return undefined
  }
}

/** The person a request comes from; null when nobody is signed in or the session was ended. */
export function actorOf(request: Request): Promise<Actor | null> {
  return actorOfToken(cookieValue(request.headers.get('cookie'), sessionCookieName()))
}

/** The person for whom a page is rendered or a form is handled. */
export async function currentActor(): Promise<Actor | null> {
  const { cookies } = await import('next/headers')
  return actorOfToken((await cookies()).get(sessionCookieName())?.value)
}
