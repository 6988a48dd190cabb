import { areaY, axisX, axisY, dot, lineY, type Markish, ruleY, text } from '@observablehq/plot'
import type { DriftSeries } from '../agreement/report/agreement-report'
import { reliableThreshold, tentativeThreshold } from '../agreement/verdict'
import { countText } from '../formats/agreement-report/numbers'
import { alphaStart, alphaText, alphaTick, alphaTicks } from './alpha-axis'
import { accent, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'

/** Height of a panel, and of one among many. */
const panel: Record<PlotSize, number> = { wide: 140, narrow: 132 }
const closerPanel = 124

/** More panels than this stand in two columns where the width allows it, so that they fit on a page. */
const mostInColumn = 6

/** Where the panel of a code stands; not by its label, since labels may repeat. */
interface Place {
  column: number
  row: number
}

/** A window of a code, in its panel. */
type Point = DriftSeries['points'][number] & Place
type Panel = DriftSeries & Place

const inPanel = { fx: 'column', fy: 'row' } as const

function panelsOf(series: readonly DriftSeries[], columns: number): Panel[] {
  return series.map((one, place) => ({ ...one, column: place % columns, row: Math.floor(place / columns) }))
}

/** Alpha over windows of documents in the order of completion, with the band of its interval: a panel per code. */
export function driftPlot(title: string, series: readonly DriftSeries[]): Drawing {
  const windows = series.flatMap(({ points }) => points)
  const start = alphaStart(windows)
  const description = series
    .map((one) => `${one.label}: ${countText(one.points.length)} windows, the last ${lastOf(one)}`)
    .join('; ')
  const places = windows.map(({ to }) => to)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return drawing(title, description, (size) => {
    const columns = size === 'wide' && series.length > mostInColumn ? 2 : 1
    const panels = panelsOf(series, columns)
    const points = panels.flatMap(({ column, row, points: own }) => own.map((point) => ({ ...point, column, row })))
    return {
      height: Math.ceil(series.length / columns) * (columns > 1 ? closerPanel : panel[size]) + 56,
      ...{ marginLeft: 40, marginRight: 12, marginTop: 30, marginBottom: 48 },
      x: { type: 'linear', domain: [first, last], label: null },
      y: { domain: [start, 1], label: null },
      fx: { axis: null, padding: 0.12 },
      fy: { axis: null, padding: 0.32 },
      marks: [...axes(start, last - first), ...curve(points), ...gaps(points, start), ...headings(panels)],
    }
  })
}

function lastOf({ points }: DriftSeries): string {
  const last = points.at(-1)
  return last ? alphaText(last) : '—'
}

/** @param steps from the first to the last document: between two neighbours there is nothing to mark */
function axes(start: number, steps: number): Markish[] {
  return [
    ruleY([start], { stroke: line }),
    ruleY([tentativeThreshold], { stroke: muted, strokeDasharray: '3 3' }),
    ruleY([reliableThreshold], { stroke: muted }),
    axisY(alphaTicks(start), { tickFormat: alphaTick, tickSize: 0, color: muted }),
    axisX({ tickSize: 4, color: muted, ticks: Math.max(1, Math.min(6, steps)), tickFormat: documentTick }),
  ]
}

/** Documents are whole. */
function documentTick(to: number): string {
  return Number.isInteger(to) ? countText(to) : ''
}

/** Where alpha is not a number, band and line break off. */
function curve(points: readonly Point[]): Markish[] {
  const number = (value: number | null) => value ?? Number.NaN
  const defined = points.filter(({ alpha }) => alpha.value !== null)
  return [
    areaY(points, {
      ...{ x: 'to', ...inPanel, fill: accent, fillOpacity: 0.2 },
      ...{ y1: points.map(({ interval }) => number(interval.low)) },
      ...{ y2: points.map(({ interval }) => number(interval.high)) },
    }),
    lineY(points, {
      ...{ x: 'to', y: points.map(({ alpha }) => number(alpha.value)), ...inPanel },
      ...{ stroke: accent, strokeWidth: 1.5 },
    }),
    dot(defined, {
      ...{ x: 'to', y: defined.map(({ alpha }) => alpha.value), ...inPanel, r: 3, fill: accent },
      title: defined.map((point) => `Documents ${point.from} to ${point.to}: ${alphaText(point)}`),
    }),
  ]
}

/** A dash where a window has no alpha. */
function gaps(points: readonly Point[], start: number): Markish[] {
  const undefinedOnes = points.filter(({ alpha }) => alpha.value === null)
  return [
    text(undefinedOnes, {
      ...{ x: 'to', y: undefinedOnes.map(() => start), ...inPanel, dy: -8 },
      text: undefinedOnes.map(() => '—'),
    }),
  ]
}

function headings(panels: readonly Panel[]): Markish[] {
  const [foot] = panels.filter(({ column }) => column === 0).slice(-1)
  return [
    text(panels, { ...inPanel, frameAnchor: 'top-left', textAnchor: 'start', dy: -18, text: 'label', fontWeight: 600 }),
    text(panels, {
      ...{ ...inPanel, frameAnchor: 'top-right', textAnchor: 'end', dy: -18, fill: muted },
      text: panels.map((one) => `last ${lastOf(one)}`),
    }),
    text(foot ? [foot] : [], {
      ...{ ...inPanel, frameAnchor: 'bottom', dy: 34, fill: muted },
      text: ['documents, in the order of completion'],
    }),
  ]
}
