import { html, Markup, named } from './markup'
import type { NotedText } from './notes'
import { countText } from './numbers'

export interface PrintedTable {
  caption: string
  /** Names of the columns; those from `firstNumber` to before `lastNumber` hold numbers. */
  columns: readonly string[]
  firstNumber: number
  /** All columns to the right of the first number where left out. */
  lastNumber?: number
  /** Cells; a string is a heading over the rows that follow. */
  rows: readonly (readonly NotedText[] | string)[]
  /** Said under the table, before the reasons: the general note comes first (APA 2020, ch. 7). */
  note?: string
  reasons?: readonly { note: string; sentence: string }[]
  /** The file that has all rows, where they are too many for paper. */
  file: string
}

/** More rows than this make no page easier to read. */
const mostRows = 300

/** A table of so many rows stays on one page. */
const shortTable = 15

/** A table with its notes. Nothing without rows. */
export function printedTable(table: PrintedTable): Markup {
  if (table.rows.length === 0) return new Markup('')
  const heads = table.columns.map((name, column) => html`<th scope="col"${numberClass(table, column)}>${name}</th>`)
  const rows = table.rows.slice(0, mostRows).map((row) => rowOf(table, row))
  return html`<div class="${table.rows.length > shortTable ? 'table' : 'table short'}"><table>
<caption>${table.caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
${notes(table)}</div>`
}

function rowOf(table: PrintedTable, row: readonly NotedText[] | string): Markup {
  if (typeof row !== 'string') return html`<tr>${row.map((cell, i) => cellOf(table, cell, i))}</tr>`
  return html`<tr class="group"><th scope="colgroup" colspan="${table.columns.length}">${row}</th></tr>`
}

function cellOf(table: PrintedTable, { text, note }: NotedText, column: number): Markup {
  const mark = note === undefined ? new Markup('') : html`<sup>${note}</sup>`
  if (column === 0) return html`<th scope="row">${named(text)}${mark}</th>`
  if (isNumber(table, column)) return html`<td class="n">${text}${mark}</td>`
  return html`<td>${named(text)}${mark}</td>`
}

function isNumber({ columns, firstNumber, lastNumber = columns.length }: PrintedTable, column: number): boolean {
  return column >= firstNumber && column < lastNumber
}

function numberClass(table: PrintedTable, column: number): Markup {
  return new Markup(isNumber(table, column) ? ' class="n"' : '')
}

function notes({ rows, reasons = [], note, file }: PrintedTable): Markup[] {
  const all = [
    ...(note === undefined ? [] : [html`<p><i>Note.</i> ${note}</p>`]),
    ...reasons.map(({ note: letter, sentence }) => html`<p><sup>${letter}</sup> ${sentence}</p>`),
    ...(rows.length > mostRows
      ? [html`<p>The first ${mostRows} of ${countText(rows.length)} rows; all are in ${file}.</p>`]
      : []),
  ]
  return all.length === 0 ? [] : [html`<div class="notes">${all}</div>`]
}
