import type { CSSProperties, ReactNode } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { codeStyles } from '../coding-desk/codes/code-styles'
import type { LaidMark, MarkedLine, MarkedPiece, TextMark } from './marked-pieces'

/** The address within the page of a mark's first words. */
export function markAnchor(id: string): string {
  return `mark-${id.replaceAll(' ', '-')}`
}

/** The colours of codes, once for a page that shows marked words. */
export function CodeColours({ codes }: { codes: readonly Code[] }) {
  return <style>{codeStyles(codes)}</style>
}

/** Room between the lines of a text for the lines of its marks. */
export function roomFor(lines: readonly MarkedLine[]): CSSProperties {
  const linesOn = (side: TextMark['side']) => {
    const lanes = lines.flatMap(({ pieces }) =>
      pieces.flatMap(({ marks }) => marks.flatMap(({ mark, lane }) => (mark.side === side ? [lane + 1] : []))),
    )
    return lanes.reduce((most, lane) => Math.max(most, lane), 0)
  }
  return { '--lines-above': linesOn('above'), '--lines-below': linesOn('below') } as CSSProperties
}

export type Patterns = ReadonlyMap<string, Code['pattern']>

export function patternsOf(codes: readonly Code[]): Patterns {
  return new Map(codes.map(({ key, pattern }) => [key, pattern]))
}

function Line({ laid: { mark, lane }, pattern, children }: { laid: LaidMark; pattern: string; children: ReactNode }) {
  return (
    <mark
      className={`coded code-${mark.code} line-${pattern} ${mark.side === 'above' ? 'is-above' : ''}`}
      style={{ '--lane': lane } as CSSProperties}
      aria-roledescription={mark.says}
    >
      {children}
    </mark>
  )
}

function Piece({ piece, patterns, anchored }: { piece: MarkedPiece; patterns: Patterns; anchored: boolean }) {
  const { words, marks, begins } = piece
  const lines = marks.reduceRight<ReactNode>(
    (inner, laid) => (
      <Line key={laid.mark.id} laid={laid} pattern={patterns.get(laid.mark.code) ?? 'solid'}>
        {inner}
      </Line>
    ),
    words,
  )
  const href = marks.findLast(({ mark }) => mark.href !== null)?.mark.href
  // Whoever uses the keyboard goes by the list beside the text: it has the same links.
  const linked = href ? (
    <a href={href} tabIndex={-1}>
      {lines}
    </a>
  ) : (
    lines
  )
  if (!anchored) return linked
  return begins.reduce<ReactNode>(
    (inner, id) => (
      <span key={id} id={markAnchor(id)}>
        {inner}
      </span>
    ),
    linked,
  )
}

interface MarkedWordsProps {
  pieces: readonly MarkedPiece[]
  patterns: Patterns
  /** Whether links can lead to the marks: only where each stands once on the page. */
  anchored?: boolean
}

/** Words with the lines of what is marked in them. */
export function MarkedWords({ pieces, patterns, anchored = false }: MarkedWordsProps) {
  return pieces.map((piece) => <Piece key={piece.from} piece={piece} patterns={patterns} anchored={anchored} />)
}
