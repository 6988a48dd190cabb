import { z } from 'zod'
import { version } from '../../package.json'
import type { RouteDescription, RouteHandler } from './route'

/** The routes of one path: its handlers by HTTP method. */
export type PathRoutes = Partial<Record<'GET' | 'POST' | 'PUT', RouteHandler>>

function schemaOf(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined) {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema)
  return Object.entries(properties).map(([name, property]) => {
    return { name, in: place, required: place === 'path' || required.includes(name), schema: property }
  })
}

function operation({ summary, params, query, body, status }: RouteDescription) {
  return {
    summary,
    parameters: [...parametersIn('path', params), ...parametersIn('query', query)],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    responses: {
      [status]: { description: 'Done' },
      default: { description: '{"error": {"code", "message", "fields"?, "current"?}}' },
    },
  }
}

/**
 * Describes routes in OpenAPI 3.1, from the schemas that parse their requests.
 * @param routes by path, e.g. "/api/codings/{codingId}"
 */
export function openApi(routes: Record<string, PathRoutes>) {
  const paths = Object.entries(routes).map(([path, methods]) => {
    const operations = Object.entries(methods).map(([method, handler]) => {
      return [method.toLowerCase(), operation(handler.description)] as const
    })
    return [path, Object.fromEntries(operations)] as const
  })
  return { openapi: '3.1.0', info: { title: 'Framewise', version }, paths: Object.fromEntries(paths) }
}
