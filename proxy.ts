import { type NextRequest, NextResponse } from 'next/server'

/** The content security policy of one page: nothing runs that we did not write, nothing comes from elsewhere. */
function contentSecurityPolicy(nonce: string): string {
  // React's development build explains errors with eval.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}

/** Gives every page its security headers, and tells the page its own address (for the way back after sign-in). */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-page-address', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  return response
}

// Without /api, whose routes bound their own bodies: what passes through here is cut at 10 MB without an error.
export const config = { matcher: ['/((?!api/|_next/static|_next/image|icon.svg).*)'] }
