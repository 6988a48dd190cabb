import { areaY, axisX, axisY, dot, lineY, type Markish, ruleY, text } from '@observablehq/plot'
import type { DriftSeries } from '../agreement/report/agreement-report'
import { reliableThreshold, tentativeThreshold } from '../agreement/verdict'
import { countText } from '../formats/agreement-report/numbers'
import { alphaStart, alphaText, alphaTick, alphaTicks } from './alpha-axis'
import { accent, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'

const panel: Record<PlotSize, number> = { wide: 140, narrow: 132 }

/** A window of a code. Panels are told apart by the code, since labels may repeat. */
type Point = DriftSeries['points'][number] & { code: string }

/** Alpha over windows of documents in the order of completion, with the band of its interval: a panel per code. */
export function driftPlot(title: string, series: readonly DriftSeries[]): Drawing {
  const points = series.flatMap(({ code, points }) => points.map((point) => ({ code, ...point })))
  const start = alphaStart(points)
  const description = series
    .map((one) => `${one.label}: ${countText(one.points.length)} windows, the last ${lastOf(one)}`)
    .join('; ')
  const places = points.map(({ to }) => to)
  return drawing(title, description, (size) => ({
    height: series.length * panel[size] + 56,
    ...{ marginLeft: 40, marginRight: 12, marginTop: 30, marginBottom: 48 },
    x: { type: 'linear', domain: [Math.min(...places), Math.max(...places)], label: null },
    y: { domain: [start, 1], label: null },
    fy: { domain: series.map(({ code }) => code), axis: null, padding: 0.32 },
    marks: [
      ...axes(start, Math.max(...places) - Math.min(...places)),
      ...curve(points),
      ...gaps(points, start),
      ...headings(series),
    ],
  }))
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
      ...{ x: 'to', fy: 'code', fill: accent, fillOpacity: 0.2 },
      ...{ y1: points.map(({ interval }) => number(interval.low)) },
      ...{ y2: points.map(({ interval }) => number(interval.high)) },
    }),
    lineY(points, {
      ...{ x: 'to', y: points.map(({ alpha }) => number(alpha.value)), fy: 'code' },
      ...{ stroke: accent, strokeWidth: 1.5 },
    }),
    dot(defined, {
      ...{ x: 'to', y: defined.map(({ alpha }) => alpha.value), fy: 'code', r: 3, fill: accent },
      title: defined.map((point) => `Documents ${point.from} to ${point.to}: ${alphaText(point)}`),
    }),
  ]
}

/** A dash where a window has no alpha. */
function gaps(points: readonly Point[], start: number): Markish[] {
  const undefinedOnes = points.filter(({ alpha }) => alpha.value === null)
  return [
    text(undefinedOnes, {
      ...{ x: 'to', y: undefinedOnes.map(() => start), fy: 'code', dy: -8 },
      text: undefinedOnes.map(() => '—'),
    }),
  ]
}

function headings(series: readonly DriftSeries[]): Markish[] {
  const [foot] = series.slice(-1)
  return [
    text(series, { fy: 'code', frameAnchor: 'top-left', textAnchor: 'start', dy: -18, text: 'label', fontWeight: 600 }),
    text(series, {
      ...{ fy: 'code', frameAnchor: 'top-right', textAnchor: 'end', dy: -18, fill: muted },
      text: series.map((one) => `last ${lastOf(one)}`),
    }),
    text(foot ? [foot] : [], {
      ...{ fy: 'code', frameAnchor: 'bottom', dy: 34, fill: muted },
      text: ['documents, in the order of completion'],
    }),
  ]
}
