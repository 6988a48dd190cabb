const here = 'http://here.invalid'

function staysHere(next: string): boolean {
  if (!next.startsWith('/') || /[\p{Cc}\\]/u.test(next)) return false
  return URL.canParse(next, here) && new URL(next, here).origin === here
}

/**
 * Where to go after signing in. Only an address on this server is followed: "//elsewhere" is another site to a browser,
 * which takes "\" for "/" and drops tabs and line ends before it looks, so that these are refused.
 */
export function returnAddress(next: string | undefined): string {
  return next && staysHere(next) ? next : '/studies'
}
