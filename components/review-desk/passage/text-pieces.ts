import type { Span } from '@/lib/text/spans'

/** A stretch of text on which everything is the same: which of the marks cover it. */
export interface Piece<Mark> extends Span {
  marks: Mark[]
}

/** Cuts a stretch of text at every edge of the marks, in order; without marks it is one piece. */
export function piecesOf<Mark extends { spans: readonly Span[] }>(span: Span, marks: readonly Mark[]): Piece<Mark>[] {
  const edges = marks.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))
  const cuts = [...new Set([span.start, ...edges, span.end])].filter((at) => span.start <= at && at <= span.end)
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? span.end
    const covers = ({ spans }: Mark) => spans.some((one) => one.start <= start && end <= one.end)
    return { start, end, marks: marks.filter(covers) }
  })
}
