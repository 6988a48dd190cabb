import { unite } from '@/lib/coding/united-spans'
import type { Span } from '@/lib/text/spans'

/** What lies in both of two lists of stretches. */
export function shared(one: readonly Span[], other: readonly Span[]): Span[] {
  const others = unite(other)
  const both = unite(one).flatMap((span) =>
    others.map(({ start, end }) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) })),
  )
  return both.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
}

/** What of the first list lies in none of the second. */
export function without(one: readonly Span[], other: readonly Span[]): Span[] {
  let left = unite(one)
  for (const gone of other) {
    left = left.flatMap(({ start, end }) => [
      ...(Math.min(end, gone.start) > start ? [{ start, end: Math.min(end, gone.start) }] : []),
      ...(end > Math.max(start, gone.end) ? [{ start: Math.max(start, gone.end), end }] : []),
    ])
  }
  return left
}
