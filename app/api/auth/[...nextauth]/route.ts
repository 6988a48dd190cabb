import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { z } from 'zod'
import { authOptions } from '@/lib/actor'
import { AppError } from '@/lib/errors'
import { parseJson, readBody } from '@/lib/http/body'
import { parse } from '@/lib/http/parse'
import { errorResponse } from '@/lib/http/respond'

type Context = { params: Promise<{ nextauth: string[] }> }

const bodyLimit = 16 * 1024
const readable = new Set(['session', 'csrf', 'providers'])
/** next-auth's own pages, which carry no security headers: ours stands for all of them. */
const pages = new Set(['signin', 'signout', 'error', 'verify-request'])
const fields = z.record(z.string(), z.string())

/** The request with its body read, within the bound, and in the one form that next-auth cannot fail on. */
async function readRequest(request: Request): Promise<NextRequest> {
  const bytes = await readBody(request, bodyLimit)
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (!headers.get('content-type')?.includes('application/json')) {
    return new NextRequest(request.url, { method: 'POST', headers, body: bytes })
  }
  headers.set('content-type', 'application/x-www-form-urlencoded')
  const form = new URLSearchParams(parse(fields, parseJson(bytes)))
  return new NextRequest(request.url, { method: 'POST', headers, body: form.toString() })
}

async function answer(request: Request, context: Context): Promise<Response> {
  const isPost = request.method === 'POST'
  const [what = ''] = (await context.params).nextauth
  if (!isPost && pages.has(what)) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  if (!isPost && !readable.has(what)) throw new AppError('not_found', 'There is nothing at this address.')
  const bounded = isPost ? await readRequest(request) : request
  return NextAuth(bounded as never, context as never, await authOptions())
}

async function handler(request: Request, context: Context): Promise<Response> {
  try {
    return await answer(request, context)
  } catch (error) {
    return errorResponse(error)
  }
}

export { handler as GET, handler as POST }
