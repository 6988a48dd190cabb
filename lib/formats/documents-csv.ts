import { parse } from 'csv-parse/sync'
import { documentFromFields, fieldName, type ParsedDocuments } from './document-fields'

const delimiters = [',', ';', '\t'] as const

/**
 * Reads a table with a header: one document a row. Needs a column `text` (or `content`, `body`); knows `title`, `outlet`,
 * `author`, `published` (or `date`), `url`, `language`, `licence`; keeps the others as free fields. Rows are numbered as a
 * spreadsheet does: the header is row 1.
 */
export function parseCsvDocuments(file: string, text: string): ParsedDocuments {
  const { rows, broken } = readRows(text)
  const [header, ...body] = rows
  if (broken !== null && body.length === 0) return refused(broken)
  if (!header || isBlank(header)) return refused('The file is empty. Its first row must name the columns.')
  const names = header.map((name, i) => fieldName(name) || `column ${i + 1}`)
  const problem = headerProblem(names)
  if (problem) return refused(problem)
  const parsed: ParsedDocuments = { documents: [], rejected: [] }
  body.forEach((cells, i) => {
    if (!isBlank(cells)) addRow(parsed, names, cells, { file, row: i + 2 })
  })
  if (broken !== null) parsed.rejected.push({ row: rows.length + 1, reason: broken })
  return parsed
}

function refused(reason: string): ParsedDocuments {
  return { documents: [], rejected: [{ row: null, reason }] }
}

/** The rows up to the first that is no CSV, and what is wrong with that one. */
function readRows(text: string): { rows: string[][]; broken: string | null } {
  const rows: string[][] = []
  const keep = (row: string[]) => {
    rows.push(row)
    return null
  }
  try {
    parse(text, { delimiter: delimiterOf(text), relax_column_count: true, on_record: keep })
    return { rows, broken: null }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { rows, broken: `From here on this is no CSV. Check the quotation marks. (${detail})` }
  }
}

/** The delimiter that the first line has most of, outside quotation marks. */
export function delimiterOf(text: string): string {
  const header =
    text
      .slice(0, 10_000)
      .replace(/"[^"]*"/g, '')
      .split('\n', 1)[0] ?? ''
  const counts = delimiters.map((delimiter) => header.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function headerProblem(names: readonly string[]): string | null {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) return `Two columns are called “${twice}”. Rename or remove one.`
  if (names.includes('text')) return null
  return `No column is called “text” (or content, body). The columns are: ${names.join(', ')}.`
}

function addRow(
  parsed: ParsedDocuments,
  names: string[],
  cells: string[],
  source: { file: string; row: number },
): void {
  if (cells.length !== names.length) {
    const reason = `The row has ${cells.length} cells, the header ${names.length}. Put quotation marks around texts with delimiters.`
    parsed.rejected.push({ row: source.row, reason })
    return
  }
  const made = documentFromFields(new Map(names.map((name, i) => [name, cells[i] ?? ''])), source)
  if ('reason' in made) parsed.rejected.push({ row: source.row, reason: made.reason })
  else parsed.documents.push(made.document)
}
