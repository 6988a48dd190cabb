import { CodePointIndex } from '@/lib/text/code-points'
import type { Span } from '@/lib/text/spans'
import type { TextMark } from './marked-pieces'

/** Code points that are shown before and after a passage, to where a word ends. */
const around = 140

/** A piece of a text with its marks, counted from its own beginning. */
export interface Excerpt {
  text: string
  marks: TextMark[]
  /** Whether the text goes on before and after it. */
  isCut: { before: boolean; after: boolean }
}

/** The next place at which a word begins or ends, going outwards by at most a word's length. */
function atWord(points: readonly string[], from: number, step: 1 | -1): number {
  for (let at = from, steps = 0; at > 0 && at < points.length && steps < 25; at += step, steps += 1) {
    if (/\s/.test(points[step === 1 ? at : at - 1] ?? '')) return at
  }
  return Math.max(0, Math.min(from, points.length))
}

function clipped(mark: TextMark, { start, end }: Span): TextMark[] {
  const segments = mark.segments.flatMap((segment) => {
    const [from, to] = [Math.max(start, segment.start), Math.min(end, segment.end)]
    return from < to ? [{ start: from - start, end: to - start }] : []
  })
  return segments.length > 0 ? [{ ...mark, segments }] : []
}

/**
 * A passage with what stands around it, within its paragraphs.
 * @param span in code points
 * @param marks of the whole text, or of the passage alone
 */
export function excerptOf(text: string, span: Span, marks: readonly TextMark[]): Excerpt {
  const points = [...text]
  const before = points.lastIndexOf('\n', Math.max(0, span.start - 1)) + 1
  const feed = points.indexOf('\n', span.end)
  const after = feed < 0 ? points.length : feed
  const start = span.start - before > around ? atWord(points, span.start - around, -1) : Math.min(before, span.start)
  const end = after - span.end > around ? atWord(points, span.end + around, 1) : after
  return {
    text: new CodePointIndex(text).slice(start, end),
    marks: marks.flatMap((mark) => clipped(mark, { start, end })),
    isCut: { before: start > before, after: end < after },
  }
}
