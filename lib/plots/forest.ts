import { dot, type Markish, type RuleXOptions, ruleX, ruleY, text } from '@observablehq/plot'
import { type Estimate, type Interval, undefinedReasons } from '../agreement/estimate'
import { reliableThreshold, tentativeThreshold, type VerdictWord } from '../agreement/verdict'
import { verdictNames } from '../formats/agreement-report/words'
import { alphaStart, alphaText, alphaTick, alphaTicks } from './alpha-axis'
import { edge, ink, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize } from './svg'
import { verdictShapes } from './verdict-shapes'

/** One row: a variable with its alpha. */
export interface ForestRow {
  label: string
  alpha: Estimate
  interval: Interval
  verdict: VerdictWord
}

interface Layout {
  /** Height of a row, the same with many rows, and where its words stand from its middle. */
  row: number
  closer: number
  wordsAbove: number
  left: number
  right: number
  /** Width of a label in ems. */
  label: number
  /** Room for a word of the legend in pixels: for each letter, and for its shape and the gap after it. */
  word: { letter: number; around: number }
}

const layouts: Record<PlotSize, Layout> = {
  wide: { row: 34, closer: 26, wordsAbove: 0, left: 176, right: 132, label: 13.5, word: { letter: 6.5, around: 32 } },
  narrow: { row: 52, closer: 48, wordsAbove: 17, left: 10, right: 10, label: 15, word: { letter: 6, around: 24 } },
}

const below = 64

/** From here on rows stand closer, so that they can be looked over at once. */
const manyRows = 10

/** Alpha with its interval, one row per variable on one axis, the shape of a point saying the verdict. */
export function forestPlot(title: string, rows: readonly ForestRow[]): Drawing {
  const description = `${rows.map((row) => `${row.label}: ${alphaText(row)}, ${verdictNames[row.verdict]}`).join('; ')}.`
  return drawing(title, description, (size) => {
    const layout = layouts[size]
    const rowHeight = rows.length > manyRows ? layout.closer : layout.row
    const start = alphaStart(rows)
    return {
      height: rows.length * rowHeight + below,
      ...{ marginLeft: layout.left, marginRight: layout.right, marginTop: 0, marginBottom: below },
      x: { domain: [start, 1], axis: null },
      y: { domain: [0, rows.length], axis: null, reverse: true },
      marks: [
        ...axis(start, rows.length),
        ...tracks(start, rows.length, size),
        ...intervals(rows),
        ...points(rows),
        ...wordsOf(rows, layout),
        ...legend(rows, layout),
      ],
    }
  })
}

const middle = (row: number) => row + 0.5

/** The lines behind the points. On narrow screens words stand above each track, so that thresholds are cut to it. */
function tracks(start: number, rows: number, size: PlotSize): Markish[] {
  const reach = size === 'wide' ? 0.5 : 0.2
  const upright = (value: number, look: RuleXOptions) =>
    Array.from({ length: rows }, (_, row) =>
      ruleX([value], { y1: middle(row) - reach, y2: middle(row) + reach, ...look }),
    )
  return [
    ruleY(
      Array.from({ length: rows }, (_, row) => middle(row)),
      { stroke: line },
    ),
    ...upright(tentativeThreshold, { stroke: muted, strokeDasharray: '3 3' }),
    ...upright(reliableThreshold, { stroke: muted }),
    ...(start < 0 ? upright(0, { stroke: edge, strokeDasharray: '1 3' }) : []),
  ]
}

function axis(start: number, rows: number): Markish[] {
  return [
    ruleY([rows], { stroke: edge }),
    ...alphaTicks(start).map((tick) =>
      text([alphaTick(tick)], {
        x: [tick],
        y: [rows],
        text: [alphaTick(tick)],
        dy: 13,
        dx: asideBy(tick),
        fill: muted,
      }),
    ),
  ]
}

/** The two thresholds stand close together: each number keeps to its own side. */
function asideBy(tick: number): number {
  if (tick === tentativeThreshold) return -6
  return tick === reliableThreshold ? 6 : 0
}

function intervals(rows: readonly ForestRow[]): Markish[] {
  return rows.flatMap(({ alpha, interval }, row) =>
    alpha.value === null || interval.low === null
      ? []
      : [ruleY([middle(row)], { x1: interval.low, x2: interval.high, stroke: ink, strokeWidth: 2 })],
  )
}

function points(rows: readonly ForestRow[]): Markish[] {
  return rows.flatMap((row, place) => {
    const { alpha, verdict } = row
    if (alpha.value === null || verdict === 'not_computable') return []
    const titles = [`${row.label}: ${alphaText(row)}, ${verdictNames[verdict]}`]
    return [
      dot([alpha.value], {
        x: [alpha.value],
        y: [middle(place)],
        r: 5.5,
        strokeWidth: 2,
        ...verdictShapes[verdict],
        title: titles,
      }),
    ]
  })
}

function wordsOf(rows: readonly ForestRow[], { left, wordsAbove, label, right }: Layout): Markish[] {
  return [
    text(rows, {
      ...{ frameAnchor: 'left', textAnchor: 'start', dx: -left, dy: -wordsAbove },
      ...{
        y: rows.map((_, row) => middle(row)),
        text: 'label',
        lineWidth: label,
        textOverflow: 'ellipsis',
        fontWeight: 600,
      },
    }),
    text(rows, {
      ...{ frameAnchor: 'right', textAnchor: 'end', dx: right, dy: -wordsAbove },
      y: rows.map((_, row) => middle(row)),
      text: rows.map(alphaText),
      title: rows.map(({ alpha }) => (alpha.value === null ? undefinedReasons[alpha.undefined] : null)),
      fill: rows.map(({ alpha }) => (alpha.value === null ? muted : ink)),
    }),
  ]
}

/** The shapes that occur, with their words. */
function legend(rows: readonly ForestRow[], { word: room }: Layout): Markish[] {
  const occurring = new Set<string>(rows.map(({ verdict }) => verdict))
  let dx = 6
  return Object.entries(verdictShapes).flatMap(([word, shape]) => {
    if (!occurring.has(word)) return []
    const name = verdictNames[word as VerdictWord]
    const place = { frameAnchor: 'bottom-left', dy: 46, dx } as const
    dx += room.around + room.letter * name.length
    return [
      dot([name], { ...place, r: 4.5, strokeWidth: 2, ...shape }),
      text([name], {
        ...place,
        dx: place.dx + 10,
        text: [name],
        textAnchor: 'start',
        lineAnchor: 'middle',
        fill: muted,
      }),
    ]
  })
}
