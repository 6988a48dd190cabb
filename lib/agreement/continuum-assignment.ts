import { connectedParts } from './continuum-parts'

/** A possible match of two things, each named by its place in its list. */
export interface Edge {
  a: number
  b: number
  /** What the match is worth: more than 0. */
  weight: number
}

/**
 * The one-to-one matching of greatest total weight, exactly: the Hungarian method (Kuhn 1955; Munkres 1957) on each
 * connected part by itself, since spans far apart cannot match and parts stay small.
 */
export function bestAssignment(edges: readonly Edge[]): Edge[] {
  const parts = connectedParts(edges, ({ a, b }) => [`a${a}`, `b${b}`])
  return parts.flatMap((part) => (part.length === 1 ? part : hungarian(part)))
}

/** The rows are the shorter side; a pair that is no edge is worth nothing and is dropped at the end. */
function hungarian(edges: readonly Edge[]): Edge[] {
  const as = [...new Set(edges.map(({ a }) => a))]
  const bs = [...new Set(edges.map(({ b }) => b))]
  const turned = as.length > bs.length
  const [rows, columns] = turned ? [bs, as] : [as, bs]
  const rowOf = new Map(rows.map((name, i) => [name, i]))
  const columnOf = new Map(columns.map((name, i) => [name, i]))
  const edgeAt = new Map<number, Edge>()
  for (const edge of edges) {
    const row = rowOf.get(turned ? edge.b : edge.a) ?? 0
    const column = columnOf.get(turned ? edge.a : edge.b) ?? 0
    edgeAt.set(row * columns.length + column, edge)
  }
  const cost = (row: number, column: number) => -(edgeAt.get(row * columns.length + column)?.weight ?? 0)
  return rowsByColumn(rows.length, columns.length, cost).flatMap((row, column) => {
    const edge = row < 0 ? undefined : edgeAt.get(row * columns.length + column)
    return edge ? [edge] : []
  })
}

/** The row given to each column at the least total cost, -1 for none; there are at least as many columns as rows. */
function rowsByColumn(rows: number, columns: number, cost: (row: number, column: number) => number): number[] {
  const state: Potentials = {
    ofRow: new Float64Array(rows),
    ofColumn: new Float64Array(columns),
    rowOf: new Int32Array(columns).fill(-1),
  }
  for (let row = 0; row < rows; row += 1) augment(state, row, cost)
  return Array.from(state.rowOf)
}

interface Potentials {
  ofRow: Float64Array
  ofColumn: Float64Array
  /** The row now given to a column. */
  rowOf: Int32Array
}

/** The search for a free column: how far each open one still is, and the column before it on its chain. */
interface Search {
  slack: Float64Array
  before: Int32Array
  open: Set<number>
  reached: number[]
}

/** Gives `row` a column along the cheapest chain of changes, keeping all reduced costs from 0 up. */
function augment(state: Potentials, row: number, cost: (row: number, column: number) => number): void {
  const columns = state.rowOf.length
  const search: Search = {
    slack: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    before: new Int32Array(columns).fill(-1),
    open: new Set(Array.from({ length: columns }, (_, column) => column)),
    reached: [],
  }
  let last = -1
  for (let from = row; from >= 0; from = state.rowOf[last] ?? -1) {
    last = nearestColumn(state, search, { row: from, column: last }, cost)
    shiftPotentials(state, search, row, search.slack[last] ?? 0)
    search.reached.push(last)
    search.open.delete(last)
  }
  giveColumns(state.rowOf, search.before, last, row)
}

/** Looks from a row, reached by its column, at all open columns. */
function nearestColumn(
  { ofRow, ofColumn }: Potentials,
  { slack, before, open }: Search,
  from: { row: number; column: number },
  cost: (row: number, column: number) => number,
): number {
  let nearest = -1
  for (const column of open) {
    const reduced = cost(from.row, column) - (ofRow[from.row] ?? 0) - (ofColumn[column] ?? 0)
    if (reduced < (slack[column] ?? 0)) {
      slack[column] = reduced
      before[column] = from.column
    }
    if (nearest < 0 || (slack[column] ?? 0) < (slack[nearest] ?? 0)) nearest = column
  }
  return nearest
}

function shiftPotentials({ ofRow, ofColumn, rowOf }: Potentials, search: Search, row: number, delta: number): void {
  ofRow[row] = (ofRow[row] ?? 0) + delta
  for (const column of search.reached) {
    const reachedRow = rowOf[column] ?? 0
    ofRow[reachedRow] = (ofRow[reachedRow] ?? 0) + delta
    ofColumn[column] = (ofColumn[column] ?? 0) - delta
  }
  for (const column of search.open) search.slack[column] = (search.slack[column] ?? 0) - delta
}

/** Moves every row of the chain one column on; the first column is free for `row`. */
function giveColumns(rowOf: Int32Array, before: Int32Array, last: number, row: number): void {
  let column = last
  while (column >= 0) {
    const previous = before[column] ?? -1
    rowOf[column] = previous < 0 ? row : (rowOf[previous] ?? -1)
    column = previous
  }
}
