import type { z } from 'zod'
import { actorOf } from '../actor'
import { AppError } from '../errors'
import type { Actor } from '../verbs/steps/authorize'
import { parseJson, readBody } from './body'
import { isSameOrigin } from './origin'
import { parse } from './parse'
import { errorResponse, json } from './respond'

const mebibyte = 1024 * 1024

interface RouteParts<Params, Query, Body> {
  /** What it does, for the description of the routes. */
  summary: string
  /** What the path and the query must be; unknown paths are 404. */
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  /** What the JSON body must be. */
  body?: z.ZodType<Body>
  /** Instead of `body`, for a route that reads its body itself: what the description says of it. */
  describedBody?: z.ZodType
  /** In bytes; 1 MiB unless said. */
  bodyLimit?: number
  /** Calls one verb. What it returns is sent as JSON, unless it is a Response already. */
  handle(input: { actor: Actor; params: Params; query: Query; body: Body; request: Request }): Promise<unknown>
  /** Status of the JSON answer; 200 unless said. */
  status?: number
}

/** What the description of the routes is made from: the schemas that parse the requests. */
export interface RouteDescription {
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  status: number
}

export interface RouteHandler {
  (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response>
  description: RouteDescription
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

async function requireActor(request: Request): Promise<Actor> {
  const actor = await actorOf(request)
  if (!actor) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
  return actor
}

function checkOrigin(request: Request): void {
  if (unsafe.has(request.method) && !isSameOrigin(request)) {
    throw new AppError('forbidden', 'This request came from another site and was refused.')
  }
}

/** The query of an address by name; a name that is repeated has a list. */
function queryOf({ searchParams }: URL): Record<string, string | string[]> {
  const values = (name: string) => {
    const all = searchParams.getAll(name)
    return all.length === 1 ? (all[0] ?? '') : all
  }
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, values(name)]))
}

/**
 * The door of every machine-readable resource, in four beats: actor, parse, verb, map errors.
 */
export function route<Params = unknown, Query = unknown, Body = unknown>(
  parts: RouteParts<Params, Query, Body>,
): RouteHandler {
  async function answer(request: Request, rawParams: Record<string, string>): Promise<Response> {
    checkOrigin(request)
    const actor = await requireActor(request)
    const params = parts.params?.safeParse(rawParams)
    if (params && !params.success) throw new AppError('not_found', 'There is nothing at this address.')
    const query = parts.query && parse(parts.query, queryOf(new URL(request.url)))
    const body = parts.body && parse(parts.body, parseJson(await readBody(request, parts.bodyLimit ?? mebibyte)))
    const result = await parts.handle({
      actor,
      params: params?.data as Params,
      query: query as Query,
      body: body as Body,
      request,
    })
    return result instanceof Response ? result : json(result, parts.status ?? 200)
  }
  const { summary, params, query, body = parts.describedBody, status = 200 } = parts
  const description = { summary, status, ...(params && { params }), ...(query && { query }), ...(body && { body }) }
  const handler = async (request: Request, context: { params: Promise<Record<string, string>> }) => {
    try {
      return await answer(request, await context.params)
    } catch (error) {
      return errorResponse(error)
    }
  }
  return Object.assign(handler, { description })
}
