/** A stretch of text that one coder marked with one code: half-open, in positions of the continuum. */
export interface CodedSpan {
  coder: string
  start: number
  end: number
  code: string
}

export interface Stretch {
  start: number
  end: number
}

/**
 * One document as a line of positions (code points, or tokens) with the spans of everybody who finished it. A coder
 * who marked nothing stands among the coders without a span.
 */
export interface Continuum {
  /** L, the number of positions. */
  length: number
  coders: readonly string[]
  spans: readonly CodedSpan[]
  /** Where statistics of tokens are asked for. */
  tokens?: readonly Stretch[]
}

/**
 * The same continuum, looked over.
 * @throws RangeError naming the span that is empty, lies outside the text or has a coder who is not among the coders,
 *   or the coder who stands there twice
 */
export function checkedContinuum(continuum: Continuum): Continuum {
  const coders = new Set(continuum.coders)
  if (coders.size !== continuum.coders.length) throw new RangeError('A coder stands twice among the coders')
  continuum.spans.forEach((span, i) => {
    const { start, end, coder } = span
    const whole = Number.isInteger(start) && Number.isInteger(end)
    if (!whole || start < 0 || end <= start || end > continuum.length) {
      throw new RangeError(`Span ${i}, ${start} to ${end}, is no stretch of a text of ${continuum.length} positions`)
    }
    if (!coders.has(coder)) throw new RangeError(`Span ${i} has a coder who is not among the coders: ${coder}`)
  })
  return continuum
}

/** The codes that occur, sorted. */
export function codesIn(continua: readonly Continuum[]): string[] {
  return [...new Set(continua.flatMap(({ spans }) => spans.map(({ code }) => code)))].sort()
}

/** One list of spans per coder, in the order of the coders; each list by start, end and code. */
export function spansByCoder({ coders, spans }: Continuum): CodedSpan[][] {
  const own = new Map<string, CodedSpan[]>(coders.map((coder) => [coder, []]))
  for (const span of spans) own.get(span.coder)?.push(span)
  return [...own.values()].map((list) => list.sort(bySpan))
}

function bySpan(one: CodedSpan, other: CodedSpan): number {
  if (one.start !== other.start) return one.start - other.start
  if (one.end !== other.end) return one.end - other.end
  return one.code < other.code ? -1 : Number(one.code > other.code)
}

/** How many positions two stretches share. */
export function sharedLength(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
}
