import { dot, type Markish, ruleX, ruleY, text } from '@observablehq/plot'
import { undefinedReasons } from '../agreement/estimate'
import type { LadderRow } from '../agreement/report/agreement-report'
import type { PresenceLevel } from '../agreement/report/document-statistics'
import { reliableThreshold, tentativeThreshold } from '../agreement/verdict'
import { coefficientText } from '../formats/agreement-report/numbers'
import { alphaStart, alphaText } from './alpha-axis'
import { accent, ink, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'

type LadderFigure = LadderRow['levels'][number] & { row: number; label: string }

const layouts: Record<PlotSize, { row: number; left: number; label: number; top: number }> = {
  wide: { row: 44, left: 150, label: 11, top: 28 },
  narrow: { row: 66, left: 2, label: 26, top: 28 },
}

/**
 * Alpha of each code from the finest unit to the coarsest: a column per level, each with the axis from its lowest to 1
 * and the lines at .667 (dashed) and .800.
 */
export function ladderPlot(
  title: string,
  rows: readonly LadderRow[],
  nameOf: (level: PresenceLevel) => string,
): Drawing {
  const figures = rows.flatMap(({ label, levels }, row) => levels.map((level) => ({ ...level, row, label })))
  const levels = [...new Set(figures.map(({ level }) => level))]
  const start = alphaStart(figures)
  const description = rows
    .map(({ label, levels }) => `${label}: ${levels.map((it) => `${nameOf(it.level)} ${alphaText(it)}`).join(', ')}`)
    .join('; ')
  return drawing(title, description, (size) => {
    const { row, left, top } = layouts[size]
    return {
      height: top + rows.length * row + 8,
      ...{ marginLeft: left, marginRight: 6, marginTop: top, marginBottom: 8 },
      x: { domain: [start, 1], axis: null, insetLeft: 4, insetRight: 6 },
      y: { domain: [0, rows.length], axis: null, reverse: true },
      fx: { domain: levels, axis: null, padding: 0.08 },
      marks: [...tracks(levels, rows.length, row), ...points(figures, row), ...headings(rows, levels, nameOf, size)],
    }
  })
}

/** Where the track of a row runs: below its number. */
const trackPixels = 16
const numberPixels = 32

/** A height in a row, told in pixels above its lower edge, on an axis that counts rows. */
const heightIn = (row: number, pixels: number, rowHeight: number) => row + 1 - pixels / rowHeight

function tracks(levels: readonly PresenceLevel[], rows: number, rowHeight: number): Markish[] {
  const places = levels.flatMap((level) => Array.from({ length: rows }, (_, row) => ({ level, row })))
  const at = places.map(({ row }) => heightIn(row, trackPixels, rowHeight))
  const reach = 8 / rowHeight
  const upright = { fx: 'level', y1: at.map((y) => y - reach), y2: at.map((y) => y + reach), stroke: muted } as const
  return [
    ruleY(places, { fx: 'level', y: at, stroke: line }),
    ruleX(places, { ...upright, x: places.map(() => tentativeThreshold), strokeDasharray: '2 2' }),
    ruleX(places, { ...upright, x: places.map(() => reliableThreshold) }),
  ]
}

function points(figures: readonly LadderFigure[], rowHeight: number): Markish[] {
  const track = (row: number) => heightIn(row, trackPixels, rowHeight)
  const drawn = figures.filter(({ alpha }) => alpha.value !== null)
  const spanned = drawn.filter(({ interval }) => interval.low !== null)
  return [
    ruleY(spanned, {
      ...{ fx: 'level', y: spanned.map(({ row }) => track(row)), stroke: ink, strokeWidth: 1.5 },
      ...{ x1: spanned.map(({ interval }) => interval.low), x2: spanned.map(({ interval }) => interval.high) },
    }),
    dot(drawn, {
      ...{ fx: 'level', x: drawn.map(({ alpha }) => alpha.value), y: drawn.map(({ row }) => track(row)) },
      ...{ r: 4, fill: accent, title: drawn.map(alphaText) },
    }),
    text(figures, {
      ...{ fx: 'level', frameAnchor: 'left', textAnchor: 'start', dx: 4 },
      y: figures.map(({ row }) => heightIn(row, numberPixels, rowHeight)),
      text: figures.map(({ alpha }) => (alpha.value === null ? '—' : coefficientText(alpha.value))),
      title: figures.map(({ alpha }) => (alpha.value === null ? undefinedReasons[alpha.undefined] : null)),
    }),
  ]
}

function headings(
  rows: readonly LadderRow[],
  levels: readonly PresenceLevel[],
  nameOf: (level: PresenceLevel) => string,
  size: PlotSize,
): Markish[] {
  const { row, left, label } = layouts[size]
  const isBeside = size === 'wide'
  return [
    text(levels, {
      ...{ fx: levels, frameAnchor: 'top-left', textAnchor: 'start', dx: 4, dy: -22, fill: muted },
      text: levels.map(nameOf),
    }),
    text(rows, {
      ...{ fx: rows.map(() => levels[0]), frameAnchor: 'left', textAnchor: 'start', dx: isBeside ? -left : 4 },
      y: rows.map((_, place) => heightIn(place, isBeside ? 24 : 50, row)),
      ...{ text: 'label', lineWidth: label, textOverflow: 'ellipsis', fontWeight: 600 },
    }),
  ]
}
