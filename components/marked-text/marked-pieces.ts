import { CodePointIndex } from '@/lib/text/code-points'
import { linesOf } from '@/lib/text/paragraphs'
import type { Span } from '@/lib/text/spans'
import { assignLanes } from '../coding-desk/reading/lanes'

/** Something marked in a text, on one of the two sides of its words. */
export interface TextMark {
  id: string
  /** Key of its code. */
  code: string
  /** Code points, sorted by start. */
  segments: readonly Span[]
  side: 'above' | 'below'
  /** What is said of it to who cannot see the lines. */
  says: string
  /** Where it is explained, as an address. */
  href: string | null
}

/** A mark where it lies on a piece, at so many lines from the words. */
export interface LaidMark {
  mark: TextMark
  lane: number
}

/** Words that the same marks lie on. */
export interface MarkedPiece {
  /** UTF-16 offset. */
  from: number
  words: string
  /** The outermost first. */
  marks: LaidMark[]
  /** Those whose first words these are. */
  begins: string[]
}

export interface MarkedLine {
  from: number
  pieces: MarkedPiece[]
}

/** A stretch of a mark in UTF-16. */
interface Stretch extends LaidMark {
  from: number
  to: number
  isFirst: boolean
}

function lanesOf(marks: readonly TextMark[], side: TextMark['side']): Map<string, number> {
  const own = marks.filter((mark) => mark.side === side)
  const sorted = [...own].sort((one, other) => {
    const [a, b] = [one.segments[0], other.segments[0]]
    return (a?.start ?? 0) - (b?.start ?? 0) || (b?.end ?? 0) - (a?.end ?? 0) || (one.id < other.id ? -1 : 1)
  })
  const lanes = assignLanes(sorted, ({ segments }) => segments)
  return new Map(sorted.map(({ id }, at) => [id, lanes[at] ?? 0]))
}

function stretchesOf(text: string, marks: readonly TextMark[]): Stretch[] {
  const index = new CodePointIndex(text)
  const lanes = { above: lanesOf(marks, 'above'), below: lanesOf(marks, 'below') }
  const stretches = marks.flatMap((mark) => {
    const lane = lanes[mark.side].get(mark.id) ?? 0
    return mark.segments.map(({ start, end }, place) => {
      return { mark, lane, from: index.toUtf16(start), to: index.toUtf16(end), isFirst: place === 0 }
    })
  })
  // The deeper line lies around the shallower one.
  return stretches.sort((one, other) => other.lane - one.lane || one.from - other.from)
}

function cutLine(text: string, { from, to }: { from: number; to: number }, all: readonly Stretch[]): MarkedPiece[] {
  const own = all.filter((stretch) => stretch.from < to && from < stretch.to)
  const cuts = new Set([from, to])
  for (const stretch of own) {
    cuts.add(Math.max(from, stretch.from))
    cuts.add(Math.min(to, stretch.to))
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(0, -1).map((start, place) => {
    const covering = own.filter((stretch) => stretch.from <= start && start < stretch.to)
    return {
      from: start,
      words: text.slice(start, places[place + 1]),
      marks: covering.map(({ mark, lane }) => ({ mark, lane })),
      begins: covering.flatMap((stretch) => (stretch.isFirst && stretch.from === start ? [stretch.mark.id] : [])),
    }
  })
}

/** The paragraphs of a text, each cut where a mark begins or ends. */
export function markedLines(text: string, marks: readonly TextMark[]): MarkedLine[] {
  const stretches = stretchesOf(text, marks)
  return linesOf(text).map((line) => ({ from: line.from, pieces: cutLine(text, line, stretches) }))
}
