import { type Markish, rect, text } from '@observablehq/plot'
import { accent, ink, line, muted } from './colours'
import { type Drawing, drawing, type PlotSize, plotWidths } from './svg'

/** A number in a cell, and how strongly the cell is tinted: 0 to 1, or null for no figure. */
export interface HeatCell {
  text: string
  strength: number | null
  /** Why there is no figure. */
  why?: string
}

export interface HeatMap {
  rows: readonly string[]
  columns: readonly string[]
  /** Row by row. */
  cells: readonly (readonly HeatCell[])[]
}

/** Ink stays readable (4.5:1) on the strongest tint, in light and in dark. */
const strongest = 0.45

interface Layout {
  /** Room for the names of the rows, in pixels, and their longest in ems. */
  left: number
  label: number
  /** Size of a cell. */
  cell: number
  height: number
  /** Room for the slanted names of the columns, above and to the right of the last one. */
  head: number
  right: number
  /** Columns beside each other. */
  perBlock: number
}

const sizes: Record<PlotSize, { left: number; label: number; head: number }> = {
  wide: { left: 150, label: 11, head: 142 },
  narrow: { left: 112, label: 8.5, head: 120 },
}
const widestCell = 64

/** Many rows stand closer, so that they fit a page of paper without being made much smaller. */
const rowHeights = { usual: 28, close: 20, closeFrom: 21 }

const longest = (names: readonly string[]) => Math.max(0, ...names.map((name) => name.length))

/** Names take the room they need, cells what is left, and no less than their longest number. */
function layoutOf({ rows, columns, cells }: HeatMap, size: PlotSize): Layout {
  const { left: widest, label, head: highest } = sizes[size]
  const number = 10 + 7 * longest(cells.flatMap((row) => row.map((cell) => cell.text)))
  const left = Math.min(widest, 16 + 7 * longest(rows))
  const head = Math.min(highest, 20 + 5.5 * longest(columns))
  const right = 0.7 * head
  const room = plotWidths[size] - left - right
  const fitting = Math.max(number, 26, Math.min(widestCell, room / Math.max(1, columns.length)))
  const height = rows.length < rowHeights.closeFrom ? rowHeights.usual : rowHeights.close
  return { ...{ left, label, head, right, height }, cell: fitting, perBlock: Math.max(1, Math.floor(room / fitting)) }
}

/** How many columns have room beside each other in the wide drawing. */
export function columnsBesideEachOther(map: HeatMap): number {
  return layoutOf(map, 'wide').perBlock
}

/**
 * Numbers in tinted cells: every cell prints its number, so that the tint says nothing alone. Columns that have no room
 * beside each other continue below, with the rows again.
 */
export function heatMap(title: string, description: string, map: HeatMap): Drawing {
  return drawing(title, description, (size) => {
    const layout = layoutOf(map, size)
    const { height, head, perBlock } = layout
    const blocks = Math.ceil(map.columns.length / perBlock)
    const blockHeight = head + map.rows.length * height + 12
    return {
      height: Math.max(1, blocks) * blockHeight,
      ...{ marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 },
      // The scales count pixels: blocks of a table are easier placed than faceted.
      x: { domain: [0, plotWidths[size]], range: [0, plotWidths[size]], axis: null },
      y: { domain: [0, blocks * blockHeight], range: [0, blocks * blockHeight], axis: null },
      marks: Array.from({ length: blocks }, (_, block) => {
        const first = block * perBlock
        return blockMarks(
          map,
          { first, last: Math.min(first + perBlock, map.columns.length), top: block * blockHeight },
          layout,
        )
      }).flat(),
    }
  })
}

/** Some of the columns, from a height on. */
interface Block {
  first: number
  last: number
  top: number
}

function blockMarks(map: HeatMap, block: Block, layout: Layout): Markish[] {
  const { left, cell, height, head, label } = layout
  const placed = map.cells.flatMap((row, r) =>
    row.slice(block.first, block.last).map((figure, c) => ({
      ...figure,
      x1: left + c * cell + 1,
      x2: left + (c + 1) * cell - 1,
      y1: block.top + head + r * height + 1,
      y2: block.top + head + (r + 1) * height - 1,
    })),
  )
  return [
    ...headings(map.columns.slice(block.first, block.last), block.top, layout),
    text(map.rows, {
      ...{ x: map.rows.map(() => 0), y: map.rows.map((_, r) => block.top + head + (r + 0.5) * height) },
      ...{ text: map.rows, textAnchor: 'start', lineWidth: label, textOverflow: 'ellipsis' },
    }),
    rect(placed, {
      ...{ x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', rx: 2, fill: accent, stroke: line },
      fillOpacity: placed.map(({ strength }) => strongest * Math.max(0, Math.min(1, strength ?? 0))),
    }),
    text(placed, {
      ...{ x: placed.map(({ x1, x2 }) => (x1 + x2) / 2), y: placed.map(({ y1, y2 }) => (y1 + y2) / 2), text: 'text' },
      fill: placed.map(({ strength }) => (strength === null ? muted : ink)),
      title: placed.map(({ why }) => why ?? null),
    }),
  ]
}

/** The names of the columns, slanted so that each begins at its column. */
function headings(columns: readonly string[], top: number, { left, cell, head }: Layout): Markish[] {
  return [
    text(columns, {
      x: columns.map((_, c) => left + (c + 0.5) * cell),
      ...{ y: columns.map(() => top + head - 6), text: columns, fill: muted },
      ...{ rotate: -50, textAnchor: 'start', lineWidth: head / 11, textOverflow: 'ellipsis' },
    }),
  ]
}
