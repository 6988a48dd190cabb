import { type Markish, rect, ruleY, text } from '@observablehq/plot'
import { countText } from '../formats/agreement-report/numbers'
import { accent, edge, ink, line, muted, paper } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'

/** One code in one text: the spans of every coder, in code points, the end not included. */
export interface BarcodeCode {
  label: string
  coders: readonly { coder: string; spans: readonly { start: number; end: number }[] }[]
}

const layouts: Record<PlotSize, { left: number; right: number; label: number }> = {
  wide: { left: 50, right: 10, label: 40 },
  narrow: { left: 42, right: 6, label: 22 },
}
const lane = 18
const heading = 26
const foot = 46
/** After a code, before the next. */
const gap = 6

/** One line of the drawing: a coder's spans of a code. */
interface Lane {
  coder: string
  top: number
  isFilled: boolean
  spans: readonly { start: number; end: number }[]
}

/**
 * Where each coder marked each code along one text. Coders stand under each other by name, in filled and in outlined
 * bars by turns, so that bars are told apart without colour.
 */
export function barcodePlot(title: string, length: number, codes: readonly BarcodeCode[]): Drawing {
  const description = codes
    .map(
      ({ label, coders }) =>
        `${label}: ${coders.map(({ coder, spans }) => `${coder} ${countText(spans.length)} spans`).join(', ')}`,
    )
    .join('; ')
  const { lanes, headings, height } = placed(codes)
  return drawing(title, description, (size) => {
    const { left, right } = layouts[size]
    return {
      height: height + foot,
      ...{ marginLeft: left, marginRight: right, marginTop: 0, marginBottom: foot },
      x: { domain: [0, Math.max(1, length)], axis: null },
      // Pixels: codes have as many lanes as coders.
      y: { domain: [0, height], range: [0, height], axis: null },
      marks: [...laneMarks(lanes, size), ...headingMarks(headings, size), ...axis(length, height)],
    }
  })
}

/** How much of the drawing a code takes, in pixels. */
export function heightOfCode(coders: number): number {
  return heading + coders * lane + gap
}

function placed(codes: readonly BarcodeCode[]) {
  const lanes: Lane[] = []
  const headings: { label: string; top: number }[] = []
  let top = 0
  for (const { label, coders } of codes) {
    headings.push({ label, top })
    top += heading
    for (const [place, { coder, spans }] of coders.entries()) {
      lanes.push({ coder, spans, top, isFilled: place % 2 === 0 })
      top += lane
    }
    top += gap
  }
  return { lanes, headings, height: top }
}

function laneMarks(lanes: readonly Lane[], size: PlotSize): Markish[] {
  const bars = lanes.flatMap(({ spans, ...of }) => spans.map((span) => ({ ...of, ...span })))
  return [
    ruleY(lanes, { y: ({ top }: Lane) => top + lane / 2, stroke: line }),
    text(lanes, {
      ...{ y: ({ top }: Lane) => top + lane / 2, frameAnchor: 'left', dx: -layouts[size].left, textAnchor: 'start' },
      ...{ text: 'coder', fill: muted },
    }),
    rect(bars, {
      ...{ x1: 'start', x2: 'end', y1: bars.map(({ top }) => top + 3), y2: bars.map(({ top }) => top + lane - 3) },
      ...{ fill: bars.map(({ isFilled }) => (isFilled ? accent : paper)), stroke: accent, strokeWidth: 1.5 },
      title: bars.map(({ coder, start, end }) => `${coder}: ${countText(start)} to ${countText(end)}`),
    }),
  ]
}

function headingMarks(headings: readonly { label: string; top: number }[], size: PlotSize): Markish[] {
  const { left, label } = layouts[size]
  return [
    text(headings, {
      ...{ y: ({ top }: { top: number }) => top + heading / 2, frameAnchor: 'left', dx: -left, textAnchor: 'start' },
      ...{ text: 'label', fontWeight: 600, fill: ink, lineWidth: label, textOverflow: 'ellipsis' },
    }),
  ]
}

function axis(length: number, height: number): Markish[] {
  const under = { y: [height], dy: 13, fill: muted } as const
  const end = countText(length)
  return [
    ruleY([height], { stroke: edge }),
    text(['0'], { ...under, x: [0], text: ['0'], textAnchor: 'start' }),
    text(['characters'], { ...under, x: [length / 2], text: ['characters of the text'] }),
    text([end], { ...under, x: [length], text: [end], textAnchor: 'end' }),
  ]
}
