import '../coding-desk/coding-desk.css'
import './marked-text.css'
import type { CSSProperties, ReactNode } from 'react'
import type { Code } from '@/lib/coding/codebook'
import { codeStyles } from '../coding-desk/codes/code-styles'
import { type LaidMark, type MarkedPiece, markedLines, type TextMark } from './marked-pieces'

interface MarkedTextProps {
  text: string
  language: string
  direction: 'ltr' | 'rtl'
  codes: readonly Code[]
  marks: readonly TextMark[]
}

/** The address within the page of a mark's first words. */
export function markAnchor(id: string): string {
  return `mark-${id.replaceAll(' ', '-')}`
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

function Piece({ piece, patterns }: { piece: MarkedPiece; patterns: ReadonlyMap<string, string> }) {
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
  return begins.reduce<ReactNode>(
    (inner, id) => (
      <span key={id} id={markAnchor(id)}>
        {inner}
      </span>
    ),
    linked,
  )
}

/** How many lines lie on a side of the words at most. */
function linesOn(side: TextMark['side'], lines: ReturnType<typeof markedLines>): number {
  const lanes = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ marks }) => marks.flatMap(({ mark, lane }) => (mark.side === side ? [lane + 1] : []))),
  )
  return lanes.reduce((most, lane) => Math.max(most, lane), 0)
}

/** A frozen text for reading, paragraph by paragraph, with what is marked in it in the colours and lines of its codes. */
export function MarkedText({ text, language, direction, codes, marks }: MarkedTextProps) {
  const lines = markedLines(text, marks)
  const patterns = new Map(codes.map(({ key, pattern }) => [key, pattern]))
  const room = { '--lines-above': linesOn('above', lines), '--lines-below': linesOn('below', lines) } as CSSProperties
  return (
    <article
      lang={language}
      dir={direction}
      style={room}
      className="marked-text max-w-[42rem] font-serif text-[1.1875rem] [overflow-wrap:anywhere]"
    >
      <style>{codeStyles(codes)}</style>
      {lines.map(({ from, pieces }, index) => (
        <div key={from} className="grid grid-cols-[2.5rem_1fr] gap-x-3 py-2">
          <span aria-hidden="true" className="pt-[0.35em] text-end font-sans text-base text-muted tabular-nums">
            {index + 1}
          </span>
          <p className="whitespace-pre-wrap">
            {pieces.map((piece) => (
              <Piece key={piece.from} piece={piece} patterns={patterns} />
            ))}
          </p>
        </div>
      ))}
    </article>
  )
}
