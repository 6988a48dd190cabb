import { encode } from 'next-auth/jwt'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { serverSecret } from '@/lib/server-secret'
import type { Actor } from '@/lib/verbs/steps/authorize'

/** The routes called as the server calls them: with real requests and real session cookies, without a network. */

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface RouteModule {
  [method: string]: unknown
}
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export interface RouteCall {
  /** Folder of the route under app/api, e.g. "codings/[codingId]/changes". */
  path: string
  method: Method
  params?: Record<string, string>
  /** e.g. "unit=token" */
  query?: string
  /** Sent as JSON; a string, bytes or a stream as they are. */
  body?: unknown
  /** Who asks; nobody when absent. */
  as?: Actor
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** The cookie of a session that began just now. */
export async function sessionCookie(actor: Actor, sessionVersion?: number): Promise<string> {
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
  const claims = { sub: actor.userId, sessionVersion: sessionVersion ?? user.sessionVersion }
  return `next-auth.session-token=${await encode({ token: claims, secret: await serverSecret() })}`
}

function bodyOf(body: unknown): { body?: BodyInit; duplex?: 'half' } {
  if (body === undefined) return {}
  if (body instanceof ReadableStream) return { body, duplex: 'half' }
  return { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }
}

/** The address of a route with its parameters filled in. */
function addressOf({ path, params = {}, query }: Pick<RouteCall, 'path' | 'params' | 'query'>): string {
  const filled = path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return `${env().publicUrl}/api/${filled}${query ? `?${query}` : ''}`
}

/** Sends one request to a route. Unsafe ones carry our own Origin unless `headers` says otherwise. */
export async function call(request: RouteCall): Promise<Response> {
  const module = (await import(`@/app/api/${request.path}/route`)) as RouteModule
  const handler = module[request.method] as Handler | undefined
  if (!handler) throw new Error(`app/api/${request.path} does not answer ${request.method}.`)
  const headers = new Headers({
    ...(request.method === 'GET' ? {} : { origin: new URL(env().publicUrl).origin }),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  })
  if (request.as && !headers.has('cookie')) headers.set('cookie', await sessionCookie(request.as))
  const init = { method: request.method, headers, ...bodyOf(request.body) }
  return handler(new Request(addressOf(request), request.signal ? { ...init, signal: request.signal } : init), {
    params: Promise.resolve(request.params ?? {}),
  })
}

/** A text for every table and what is in it: the same before and after when nothing was written. */
export async function databaseContent(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    ORDER BY tablename COLLATE "C"`
  const content: Record<string, string> = {}
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ sum: string | null }[]>(
      `SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text) COLLATE "C")) AS sum FROM "${name}" t`,
    )
    content[name] = rows[0]?.sum ?? 'empty'
  }
  return content
}
