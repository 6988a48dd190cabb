import type { Span } from '../text/spans'

/** The same stretches of text without overlap, in order: spans that overlap or touch become one. */
export function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = united.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else united.push({ start: span.start, end: span.end })
  }
  return united
}
