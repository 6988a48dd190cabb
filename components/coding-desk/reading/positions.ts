import { countWhile } from '@/lib/count-while'
import { CodePointIndex } from '@/lib/text/code-points'
import type { Span } from '@/lib/text/spans'

/** A section is full when it has so many UTF-16 units: some screens of text. */
const fullSection = 4000

/** Of each line the number of its section. */
function sectionsOf(lines: readonly string[], full: number): number[] {
  let [section, filled] = [0, 0]
  return lines.map((line) => {
    if (filled >= full) [section, filled] = [section + 1, 0]
    filled += line.length + 1
    return section
  })
}

/**
 * The one place where the three ways of counting meet: positions of the ProseMirror document, UTF-16 code units of the
 * text, code points of the text.
 *
 * The document has one block per line, and lines that follow each other lie in sections, so that the browser never has
 * thousands of blocks to go through. A line feed is one unit of the text and two positions (a block's end and the next
 * one's start), and two more where a section ends; the first section's and block's starts come before it all: the place
 * at UTF-16 offset u in line i of section s has position u + 2 + i + 2 s.
 */
export class Positions {
  readonly index: CodePointIndex
  /** The lines of the text, without their line feeds. */
  readonly lines: readonly string[]
  /** Of each line the number of its section. */
  readonly sections: readonly number[]
  /** UTF-16 offset of the start of every line. */
  private readonly starts: readonly number[]
  /** How far every line's positions are ahead of its UTF-16 offsets. */
  private readonly ahead: readonly number[]

  /** @param sectionLength with so many UTF-16 units a section is full */
  constructor(text: string, sectionLength = fullSection) {
    this.index = new CodePointIndex(text)
    this.lines = text.split('\n')
    this.sections = sectionsOf(this.lines, sectionLength)
    this.ahead = this.sections.map((section, line) => 2 + line + 2 * section)
    let start = 0
    this.starts = this.lines.map((line) => {
      const here = start
      start += line.length + 1
      return here
    })
  }

  /** The size of the document's content in positions. */
  get size(): number {
    return this.index.text.length + 1 + this.lines.length + 2 * ((this.sections.at(-1) ?? 0) + 1)
  }

  /** Number of the last line that satisfies `startsBy`, a condition that holds for the first lines only. */
  private lastLine(startsBy: (start: number, line: number) => boolean): number {
    return Math.max(0, countWhile(this.lines.length, (line) => startsBy(this.starts[line] ?? 0, line)) - 1)
  }

  /** The line a code point stands in; a line feed stands in the line it ends. */
  lineOf(codePoint: number): number {
    const utf16 = this.index.toUtf16(codePoint)
    return this.lastLine((start) => start <= utf16)
  }

  /** The position of a code-point offset. @throws RangeError outside the text */
  toPosition(codePoint: number): number {
    return this.index.toUtf16(codePoint) + (this.ahead[this.lineOf(codePoint)] ?? 0)
  }

  /**
   * The code-point offset of a position. A position between two blocks counts as the end of the earlier line, one
   * outside of the first or last block as the start or the end of the text.
   */
  toCodePoint(position: number): number {
    const line = this.lastLine((start, number) => start + (this.ahead[number] ?? 0) <= position)
    const start = this.starts[line] ?? 0
    const within = Math.max(0, position - start - (this.ahead[line] ?? 0))
    return this.index.toCodePoint(start + Math.min(within, this.lines[line]?.length ?? 0))
  }

  /** The stretches of a span in the blocks of its lines, as positions; none in a line without characters of it. */
  rangesOf(span: Span): { from: number; to: number }[] {
    const [start, end] = [this.index.toUtf16(span.start), this.index.toUtf16(span.end)]
    const ranges: { from: number; to: number }[] = []
    for (let line = this.lineOf(span.start); line < this.lines.length; line += 1) {
      const lineStart = this.starts[line] ?? 0
      if (lineStart >= end) break
      const from = Math.max(start, lineStart)
      const to = Math.min(end, lineStart + (this.lines[line]?.length ?? 0))
      const ahead = this.ahead[line] ?? 0
      if (from < to) ranges.push({ from: from + ahead, to: to + ahead })
    }
    return ranges
  }

  /** The text of a span. */
  slice(span: Span): string {
    return this.index.slice(span.start, span.end)
  }
}
