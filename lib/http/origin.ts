import { env } from '../env'

/**
 * Whether a request that changes something was made by our own pages: browsers send Origin with every such request,
 * and it must be the server's public address or the host the request was sent to.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const { host, origin: normal } = new URL(origin)
  return normal === new URL(env().publicUrl).origin || host === request.headers.get('host')
}
