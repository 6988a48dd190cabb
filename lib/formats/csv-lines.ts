import { stringify } from 'csv-stringify/sync'

/** A column of an exported table, for its header, the documentation and the data dictionary. */
export interface Column {
  /** [a-z][a-z0-9_]*, at most 32 characters (Stata's limit). */
  name: string
  description: string
}

/** null = missing; a boolean is a flag, 0 or 1; a Date is written in ISO 8601. */
export type Cell = string | number | boolean | null | Date

/** Lines of CSV: RFC 4180, comma, LF, NA for what is missing. Empty when there are no rows. */
export function csvLines(rows: Iterable<readonly Cell[]>): string {
  const records = Array.from(rows, (row) => row.map(cellText))
  return stringify(records, { record_delimiter: '\n', quoted_match: /[\r\n]/ })
}

export function csvHeader(columns: readonly Column[]): string {
  return csvLines([columns.map((column) => column.name)])
}

function cellText(cell: Cell): string {
  if (cell === null) return 'NA'
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'boolean' ? String(Number(cell)) : String(cell)
}

/**
 * Free text for a cell: what a spreadsheet would run as a formula gets a leading apostrophe (OWASP ASVS 1.2.10). It
 * alters the text, so it is for words people wrote, never for numbers and ids; a number alone, as the -2 of a scale, is
 * no formula.
 */
export function freeText(text: string): string {
  const isNumber = /^[+-]\d+([.,]\d+)?$/.test(text)
  return !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
