import { parse } from 'csv-parse/sync'
import { AppError } from '../errors'
import { delimiterOf } from './documents-csv'

/** A file that somebody hands in, by the name they know it by. */
export interface NamedText {
  name: string
  text: string
}

export interface TableRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number
  /** Without white space at the ends; as many as there are columns. */
  cells: string[]
}

export interface Rows {
  columns: string[]
  rows: TableRow[]
}

/** The error for one place in a file; a column is named where the fault lies in one. */
export function faultAt(file: NamedText, row: number, what: string, column?: string): AppError {
  return new AppError('invalid', `${file.name}, row ${row}${column === undefined ? '' : `, column ${column}`}: ${what}`)
}

/**
 * Reads a table with a header, divided by commas, semicolons or tabs. Blank lines are passed over.
 * @throws AppError invalid naming the row when a column has no name or the name of another, or a row has more or fewer
 *   cells than there are columns
 */
export function readTable(file: NamedText): Rows {
  const [header, ...body] = records(file)
  const columns = (header ?? []).map((name) => name.trim())
  if (columns.every((name) => name === '')) throw faultAt(file, 1, 'the file is empty; this row must name the columns')
  columns.forEach((name, i) => {
    if (name === '') throw faultAt(file, 1, 'the column has no name', String(i + 1))
    if (columns.indexOf(name) !== i) throw faultAt(file, 1, 'two columns have this name', name)
  })
  const rows = body.map((cells, i) => ({ row: i + 2, cells: cells.map((cell) => cell.trim()) }))
  return { columns, rows: rows.filter((row) => !isBlank(row, columns) && hasAllCells(file, row, columns)) }
}

function records(file: NamedText): string[][] {
  try {
    return parse(file.text, { bom: true, delimiter: delimiterOf(file.text), relax_column_count: true })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    throw faultAt(file, line, 'from here on this is no CSV; check the quotation marks')
  }
}

/** A lone empty cell is an empty line, unless one column is all there is. */
function isBlank({ cells }: TableRow, columns: readonly string[]): boolean {
  return columns.length > 1 && cells.length === 1 && cells[0] === ''
}

function hasAllCells(file: NamedText, { row, cells }: TableRow, columns: readonly string[]): boolean {
  if (cells.length === columns.length) return true
  throw faultAt(file, row, `the row has ${cells.length} cells and the header ${columns.length}`)
}

/** Whether a cell says that there is no value. */
export function isMissing(cell: string): boolean {
  return cell === '' || cell === 'NA'
}
