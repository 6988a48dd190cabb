import { barY, type Markish, ruleY, text } from '@observablehq/plot'
import { countText } from '../formats/agreement-report/numbers'
import { accent, edge, muted } from './colours'
import { type Drawing, drawing } from './svg'

/** How often boundaries of two coders lie so many code points apart; the last place counts all beyond. */
export interface BoundaryOffsets {
  starts: readonly number[]
  ends: readonly number[]
}

/** A class of distances, both limits in it. */
interface OffsetClass {
  label: string
  from: number
  to: number
}

const classes: readonly OffsetClass[] = [
  { label: '0', from: 0, to: 0 },
  { label: '1', from: 1, to: 1 },
  { label: '2', from: 2, to: 2 },
  { label: '3–5', from: 3, to: 5 },
  { label: '6–10', from: 6, to: 10 },
  { label: '11–20', from: 11, to: 20 },
  { label: '21–50', from: 21, to: 50 },
  { label: '51+', from: 51, to: Number.POSITIVE_INFINITY },
]

/** Offsets counted in classes: 0, 1, 2, 3-5, ... more than 50 code points. */
export function offsetClasses(offsets: readonly number[]): { label: string; count: number }[] {
  return classes.map(({ label, from, to }) => ({
    label,
    count: offsets.reduce((sum, count, offset) => (offset >= from && offset <= to ? sum + count : sum), 0),
  }))
}

/** How far apart the boundaries of matched annotations lie, starts above ends. Classes differ in width and say so. */
export function boundaryPlot(title: string, { starts, ends }: BoundaryOffsets): Drawing {
  const sides = [
    { side: 'Starts', bars: offsetClasses(starts) },
    { side: 'Ends', bars: offsetClasses(ends) },
  ]
  const bars = sides.flatMap(({ side, bars }) => bars.map((bar) => ({ side, ...bar })))
  const description = `Code points between the boundaries of two coders: ${sides
    .map(({ side, bars }) => `${side} ${bars.map(({ label, count }) => `${label}: ${countText(count)}`).join(', ')}`)
    .join('; ')}.`
  return drawing(title, description, () => ({
    height: 300,
    ...{ marginLeft: 4, marginRight: 4, marginTop: 26, marginBottom: 40 },
    x: { type: 'band', domain: classes.map(({ label }) => label), axis: null, padding: 0.15 },
    y: { axis: null, domain: [0, Math.max(1, ...bars.map(({ count }) => count))] },
    fy: { domain: ['Starts', 'Ends'], axis: null, padding: 0.3 },
    marks: barMarks(bars),
  }))
}

function barMarks(bars: readonly { side: string; label: string; count: number }[]): Markish[] {
  return [
    barY(bars, { x: 'label', y: 'count', fy: 'side', fill: accent, fillOpacity: 0.75, insetBottom: 0 }),
    text(bars, {
      x: 'label',
      y: 'count',
      fy: 'side',
      text: ({ count }: { count: number }) => countText(count),
      dy: -8,
    }),
    ruleY([0], { stroke: edge }),
    text(['Starts', 'Ends'], {
      ...{ fy: ['Starts', 'Ends'], frameAnchor: 'top-right', textAnchor: 'end', dy: -8, fontWeight: 600 },
      text: ['Starts', 'Ends'],
    }),
    text(classes, { x: 'label', fy: () => 'Ends', frameAnchor: 'bottom', dy: 14, text: 'label', fill: muted }),
    text(['code points apart'], {
      fy: ['Ends'],
      frameAnchor: 'bottom',
      dy: 32,
      text: ['code points apart'],
      fill: muted,
    }),
  ]
}
