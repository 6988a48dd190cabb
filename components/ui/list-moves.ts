/** A list shows as many lines at least. */
const page = 8

/**
 * Where a key moves in a list of n lines, from line `at`, or -1 while none is active: arrows go round at both ends, the
 * keys for pages stop there. Null for keys that move nothing.
 */
export function movedTo(key: string, at: number, n: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % n
    case 'ArrowUp':
      return at <= 0 ? n - 1 : at - 1
    case 'PageDown':
      return Math.min(n - 1, at + page)
    case 'PageUp':
      return Math.max(0, (at < 0 ? n : at) - page)
    default:
      return null
  }
}

/** Where Home and End move; -1 for other keys. */
export function movedToEnd(key: string, n: number): number {
  if (key === 'Home') return 0
  return key === 'End' ? n - 1 : -1
}
