import { graphemeInteriors } from '../../text/graphemes'
import type { NotedText } from './notes'
import type { ReportedStudy } from './study'
import { type TableOne, tableOne } from './table-one'

/**
 * Table 1 as plain text after APA (2020, ch. 7): number, title, rules, notes. Columns line up in a monospaced font. What
 * text cannot hold stays to be done: bold number, italic title, n, P and Note.
 */
export function tableApa(report: ReportedStudy): string {
  const table = tableOne(report)
  const lines = bodyLines(table)
  const widths = table.columns.map((name, column) =>
    widest([withoutSpace(name), ...lines.map(({ cells }) => cells?.[column] ?? '')]),
  )
  const write = (cells: readonly string[]) => aligned(cells, widths, table.firstNumber)
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + gap.length, -gap.length))
  return [
    ...['Table 1', table.title, '', rule, write(table.columns.map(withoutSpace)), rule],
    ...lines.map(({ heading, cells }) => heading ?? write(cells)),
    ...[rule, `Note. ${table.note}`],
    ...table.reasons.map(({ note, sentence }) => `${superscript(note)} ${sentence}`),
    '',
  ].join('\n')
}

const gap = '  '

/** APA sets no space before a percent sign. */
function withoutSpace(heading: string): string {
  return heading.replace(/(\d) %/, '$1%')
}

type Line = { heading: string; cells?: undefined } | { heading?: undefined; cells: string[] }

/** Rows; where there are several groups, each with its name above it. */
function bodyLines({ groups }: TableOne): Line[] {
  const indent = groups.length > 1 ? gap : ''
  return groups.flatMap(({ name, rows }): Line[] => [
    ...(indent === '' ? [] : [{ heading: name }]),
    ...rows.map((row) => ({ cells: row.map((cell, column) => (column === 0 ? indent : '') + plain(cell)) })),
  ])
}

function plain({ text, note }: NotedText): string {
  return note === undefined ? text : text + superscript(note)
}

const superscripts: Record<string, string> = {
  ...{ a: 'ᵃ', b: 'ᵇ', c: 'ᶜ', d: 'ᵈ', e: 'ᵉ', f: 'ᶠ', g: 'ᵍ', h: 'ʰ', i: 'ⁱ', j: 'ʲ', k: 'ᵏ', l: 'ˡ', m: 'ᵐ' },
}

function superscript(note: string): string {
  return superscripts[note] ?? `(${note})`
}

function aligned(cells: readonly string[], widths: readonly number[], firstNumber: number): string {
  const padded = cells.map((cell, column) => {
    const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))
    return column >= firstNumber && column < cells.length - 1 ? blanks + cell : cell + blanks
  })
  return padded.join(gap).trimEnd()
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOf))
}

/** In what a reader takes for characters. */
function widthOf(text: string): number {
  return [...text].length - graphemeInteriors(text).length
}
