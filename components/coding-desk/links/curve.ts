/** The lines that a link joins, in pixels below the top of the page, and where the lines of the text begin. */
export interface Ends {
  from: number
  to: number
  /** Pixels from the left of the page. */
  edge: number
  isRtl: boolean
}

/** Between the words and the numbers of the paragraphs; the widest that a narrow page has room for. */
const gap = 4
const widest = 13

/** An SVG path from one line to the other that stays in the margin: the farther apart, the farther out. */
export function curve({ from, to, edge, isRtl }: Ends): string {
  const out = isRtl ? 1 : -1
  const x = edge + out * gap
  // Ends on the same line are joined by a loop.
  const [start, end] = from === to ? [from - 5, to + 5] : [from, to]
  const bulge = x + out * Math.min(widest, 6 + Math.abs(end - start) / 12)
  return `M${x} ${start}C${bulge} ${start} ${bulge} ${end} ${x} ${end}`
}
