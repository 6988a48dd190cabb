import type { Span } from '@/lib/text/spans'

/** Stretches in the order of the text, those that overlap or touch made one. */
export function joined(spans: readonly Span[]): Span[] {
  const made: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = made.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else made.push({ start, end })
  }
  return made
}

/** What lies in both of two lists of stretches. */
export function shared(one: readonly Span[], other: readonly Span[]): Span[] {
  const others = joined(other)
  const both = joined(one).flatMap((span) =>
    others.map(({ start, end }) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) })),
  )
  return both.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
}

/** What of the first list lies in none of the second. */
export function without(one: readonly Span[], other: readonly Span[]): Span[] {
  let left = joined(one)
  for (const gone of other) {
    left = left.flatMap(({ start, end }) => [
      ...(Math.min(end, gone.start) > start ? [{ start, end: Math.min(end, gone.start) }] : []),
      ...(end > Math.max(start, gone.end) ? [{ start: Math.max(start, gone.end), end }] : []),
    ])
  }
  return left
}

/** How many characters the stretches have together. */
function lengthOf(spans: readonly Span[]): number {
  return joined(spans).reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Intersection over union: 1 for the same stretches, 0 for stretches that share nothing. */
export function overlapShare(one: readonly Span[], other: readonly Span[]): number {
  const both = lengthOf(shared(one, other))
  return both === 0 ? 0 : both / lengthOf([...one, ...other])
}
