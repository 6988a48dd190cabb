import { type CodedSpan, type Continuum, codesIn, type Stretch, sharedLength, spansByCoder } from './continuum'
import { missing, type ReliabilityData } from './reliability-data'

/** The label of a token that no span covers. */
const outside = 'O'

/**
 * A table of tokens x coders, every document's tokens in turn: each token has the code of the span that covers it, by
 * at least one shared position, or `outside`; of several spans the one with the longest shared stretch, then the one
 * that starts first. A coder who did not finish a document is missing there. Shared blanks inflate such figures (Mathet
 * et al. 2015, section 3.4.1).
 * @param code where given, a token has this code (1) if any span of it covers the token, whatever else does, or not (0)
 * @throws RangeError when a document has no tokens given
 */
export function tokenTable(continua: readonly Continuum[], coders: readonly string[], code?: string): ReliabilityData {
  const codes = codesIn(continua)
  const indexOf = new Map(codes.map((label, i) => [label, i + 1]))
  const rows = continua.flatMap((continuum) => {
    if (!continuum.tokens) throw new RangeError('Statistics of tokens need the tokens of every document')
    const lists = spansByCoder(continuum)
    const spansOf = new Map(continuum.coders.map((coder, i) => [coder, lists[i] ?? []]))
    return continuum.tokens.map((token) =>
      coders.map((coder) => {
        const spans = spansOf.get(coder)
        if (!spans) return missing
        if (code !== undefined) return Number(spans.some((span) => span.code === code && sharedLength(token, span) > 0))
        const label = labelOf(token, spans)
        return label === null ? 0 : (indexOf.get(label) ?? missing)
      }),
    )
  })
  return {
    coders: coders.length,
    categories: code === undefined ? [outside, ...codes] : [0, 1],
    values: Int16Array.from(rows.flat()),
  }
}

/** Spans come by start, so the first of equally long ones starts first. */
function labelOf(token: Stretch, spans: readonly CodedSpan[]): string | null {
  let label: string | null = null
  let longest = 0
  for (const span of spans) {
    if (span.start >= token.end) break
    const shared = sharedLength(token, span)
    if (shared <= longest) continue
    label = span.code
    longest = shared
  }
  return label
}
