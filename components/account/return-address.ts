/**
 * Where to go after signing in. Only an address on this server is followed: "//elsewhere" and "/\elsewhere" are other
 * sites to a browser.
 */
export function returnAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/studies'
}
