const here = 'http://here.invalid'

/**
 * Where to go after signing in. Only an address on this server is followed: "//elsewhere" is another site to a browser,
 * which takes "\" for "/" and drops tabs and line ends before it looks, so that these are refused.
 */
export function returnAddress(next: string | undefined): string {
  const isPath = next?.startsWith('/') && !/[\p{Cc}\\]/u.test(next) && URL.canParse(next, here)
  return isPath && new URL(next, here).origin === here ? next : '/studies'
}
