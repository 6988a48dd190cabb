import { areaY, axisX, axisY, dot, lineY, type Markish, ruleY, text } from '@observablehq/plot'
import type { DriftSeries } from '../agreement/report/agreement-report'
import { reliableThreshold, tentativeThreshold } from '../agreement/verdict'
import { countText } from '../formats/agreement-report-numbers'
import { alphaStart, alphaText, alphaTick } from './alpha-axis'
import { accent, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'

const panel: Record<PlotSize, number> = { wide: 140, narrow: 132 }

/** Alpha over windows of documents in the order of completion, with the band of its interval: a panel per code. */
export function driftPlot(title: string, series: readonly DriftSeries[]): Drawing {
  const points = series.flatMap(({ label, points }) => points.map((point) => ({ label, ...point })))
  const start = alphaStart(points)
  const last = series.map(({ label, points }) => ({ label, point: points.at(-1) }))
  const description = last
    .map(
      ({ label, point }) =>
        `${label}: ${countText(seriesLength(series, label))} windows, the last ${point ? alphaText(point) : '—'}`,
    )
    .join('; ')
  return drawing(title, description, (size) => ({
    height: series.length * panel[size] + 56,
    ...{ marginLeft: 40, marginRight: 12, marginTop: 30, marginBottom: 48 },
    x: { type: 'linear', domain: spanOf(points), label: null },
    y: { domain: [start, 1], label: null },
    fy: { domain: series.map(({ label }) => label), axis: null, padding: 0.32 },
    marks: marks(points, start),
  }))
}

type Point = DriftSeries['points'][number] & { label: string }

function seriesLength(series: readonly DriftSeries[], label: string): number {
  return series.find((it) => it.label === label)?.points.length ?? 0
}

function spanOf(points: readonly Point[]): [number, number] {
  const places = points.map(({ to }) => to)
  return [Math.min(...places), Math.max(...places)]
}

function marks(points: readonly Point[], start: number): Markish[] {
  const labels = [...new Set(points.map(({ label }) => label))]
  const defined = points.filter(({ alpha }) => alpha.value !== null)
  const undefinedPoints = points.filter(({ alpha }) => alpha.value === null)
  const alphas = points.map(({ alpha }) => alpha.value ?? Number.NaN)
  return [
    ruleY([start], { stroke: line }),
    ruleY([tentativeThreshold], { stroke: muted, strokeDasharray: '3 3' }),
    ruleY([reliableThreshold], { stroke: muted }),
    axisY([...new Set([start, 0, tentativeThreshold, reliableThreshold, 1])], {
      tickFormat: alphaTick,
      tickSize: 0,
      color: muted,
    }),
    axisX({
      tickSize: 4,
      color: muted,
      ticks: 6,
      tickFormat: (to: number) => (Number.isInteger(to) ? countText(to) : ''),
    }),
    areaY(points, {
      ...{ x: 'to', fy: 'label', fill: accent, fillOpacity: 0.2 },
      ...{
        y1: points.map(({ interval }) => interval.low ?? Number.NaN),
        y2: points.map(({ interval }) => interval.high ?? Number.NaN),
      },
    }),
    // A window without alpha breaks the line.
    lineY(points, { x: 'to', y: alphas, fy: 'label', stroke: accent, strokeWidth: 1.5 }),
    dot(defined, {
      ...{ x: 'to', y: defined.map(({ alpha }) => alpha.value), fy: 'label', r: 3, fill: accent },
      title: defined.map((point) => `Documents ${point.from} to ${point.to}: ${alphaText(point)}`),
    }),
    text(undefinedPoints, {
      x: 'to',
      y: undefinedPoints.map(() => start),
      fy: 'label',
      dy: -8,
      text: undefinedPoints.map(() => '—'),
    }),
    text(labels, { fy: labels, frameAnchor: 'top-left', textAnchor: 'start', dy: -18, text: labels, fontWeight: 600 }),
    text(labels, {
      ...{ fy: labels, frameAnchor: 'top-right', textAnchor: 'end', dy: -18, fill: muted },
      text: labels.map((label) => `last ${lastText(points, label)}`),
    }),
    text(['documents'], {
      fy: labels.slice(-1),
      frameAnchor: 'bottom',
      dy: 34,
      fill: muted,
      text: ['documents, in the order of completion'],
    }),
  ]
}

function lastText(points: readonly Point[], label: string): string {
  const last = points.filter((point) => point.label === label).at(-1)
  return last ? alphaText(last) : '—'
}
