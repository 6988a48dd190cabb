import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@/lib/errors'
import { type RouteCall, sessionCookie } from '../support/requests'
import { type CatalogueEntry, rightCall, type World } from './route-catalogue'

/** A request that must be refused, and how. */
export interface BadRequest {
  title: string
  call: (world: World) => RouteCall | Promise<RouteCall>
  status: number
  code: ErrorCode
  /** Paths that the answer must name. */
  fields?: string[]
}

const mebibyte = 1024 * 1024

/** A body of one byte more than the bound, produced as it is read: no length is announced. */
function endlessBody(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close()
      const size = Math.min(left, mebibyte)
      left -= size
      controller.enqueue(new Uint8Array(size).fill(32))
    },
  })
}

function aboutWho(entry: CatalogueEntry): BadRequest[] {
  const unknown = (world: World, id: string) =>
    Object.fromEntries(
      Object.entries(entry.params?.(world) ?? {}).map(([name, value]) => [name, name.endsWith('Id') ? id : value]),
    )
  const everybody: BadRequest[] = [
    {
      title: 'nobody is signed in',
      call: (world) => ({ ...rightCall(entry, world), headers: { cookie: '' } }),
      ...{ status: 401, code: 'unauthenticated' },
    },
    {
      title: 'the session is made up',
      call: (world) => ({ ...rightCall(entry, world), headers: { cookie: 'next-auth.session-token=abc' } }),
      ...{ status: 401, code: 'unauthenticated' },
    },
    {
      title: 'the session cannot even be decoded',
      call: (world) => ({ ...rightCall(entry, world), headers: { cookie: 'next-auth.session-token=%E0%A4%A' } }),
      ...{ status: 401, code: 'unauthenticated' },
    },
    {
      title: 'the session was ended',
      call: async (world) => {
        const cookie = await sessionCookie(world.study.actor(entry.as), 99)
        return { ...rightCall(entry, world), headers: { cookie } }
      },
      ...{ status: 401, code: 'unauthenticated' },
    },
  ]
  if (!entry.params) return everybody
  const notFound = { status: 404, code: 'not_found' } as const
  return [
    ...everybody,
    {
      title: 'the id is no id',
      call: (world) => ({ ...rightCall(entry, world), params: unknown(world, 'D0001') }),
      ...notFound,
    },
    {
      title: 'the id is unknown',
      call: (world) => ({ ...rightCall(entry, world), params: unknown(world, randomUUID()) }),
      ...notFound,
    },
    {
      title: 'it is about a study that the person is not in',
      call: (world) => ({ ...rightCall(entry, world), as: world.other.actor('zoe') }),
      ...notFound,
    },
    {
      title: 'the person was removed from the study',
      call: (world) => ({
        ...rightCall(entry, world),
        as: world.study.actor('mel'),
        params: (entry.melsParams ?? entry.params)?.(world) ?? {},
      }),
      ...notFound,
    },
  ]
}

function aboutOrigin(entry: CatalogueEntry): BadRequest[] {
  if (entry.method === 'GET') return []
  return ['https://elsewhere.example', 'null', ''].map((origin) => ({
    title: `it comes from ${origin === '' ? 'no page' : `a page of ${origin}`}`,
    call: (world) => ({ ...rightCall(entry, world), headers: { origin } }),
    ...{ status: 403, code: 'forbidden' },
  }))
}

function aboutBody(entry: CatalogueEntry): BadRequest[] {
  if (entry.body === undefined) return []
  const limit = entry.bodyLimit ?? mebibyte
  const invalid = { status: 422, code: 'invalid' } as const
  const withBody = (body: () => unknown) => (world: World) => ({ ...rightCall(entry, world), body: body() })
  return [
    { title: 'the body is no JSON', call: withBody(() => '{"changes": [}'), ...invalid },
    { title: 'the body is empty', call: withBody(() => ''), ...invalid },
    { title: 'the body is not UTF-8', call: withBody(() => new Uint8Array([0x22, 0xff, 0xfe, 0x22])), ...invalid },
    ...Object.entries(entry.wrongBodies ?? {}).map(([what, body]) => ({
      title: `the body is ${what}`,
      call: withBody(() => body),
      ...invalid,
    })),
    {
      title: 'the body is one byte over the bound',
      call: withBody(() => endlessBody(limit + 1)),
      ...{ status: 413, code: 'too_large' },
    },
  ]
}

/** The requests that every route refuses alike. */
export function usualBadRequests(entry: CatalogueEntry): BadRequest[] {
  return [...aboutWho(entry), ...aboutOrigin(entry), ...aboutBody(entry)]
}
