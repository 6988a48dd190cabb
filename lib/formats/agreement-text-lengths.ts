import { codePointLength } from '../text/code-points'
import { faultAt, isMissing, type NamedText, readTable } from './agreement-rows'
import { withLineFeeds } from './decode-text'

/** A document as far as a table of spans goes: how long it is and, for units other than characters, its text. */
export interface TextLength {
  /** In Unicode code points. */
  length: number
  text?: string
  /** Who looked at it, as far as this table says. */
  coders: string[]
  /** BCP 47 tag; "und" where the table has none. */
  language: string
}

/**
 * Reads the table of documents beside a table of spans: `doc_id`, `length`, and optionally `text`, `language` and
 * `coders`, joined by bars. With a text the length may be empty.
 * @throws AppError invalid naming file, row and column
 */
export function readTextLengths(file: NamedText): Map<string, TextLength> {
  const { columns, rows } = readTable(file)
  for (const needed of ['doc_id', columns.includes('text') ? 'text' : 'length']) {
    if (!columns.includes(needed)) throw faultAt(file, 1, 'this column is missing', needed)
  }
  const documents = new Map<string, TextLength>()
  for (const { row, cells } of rows) {
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    const id = cell('doc_id')
    if (isMissing(id)) throw faultAt(file, row, 'the document has no id', 'doc_id')
    if (documents.has(id)) throw faultAt(file, row, `the document ${id} stands here twice`, 'doc_id')
    documents.set(id, lengthIn(file, row, cell))
  }
  return documents
}

function lengthIn(file: NamedText, row: number, cell: (column: string) => string): TextLength {
  const text = withLineFeeds(cell('text'))
  const language = cell('language') || 'und'
  const counted = codePointLength(text)
  const given = cell('length')
  const coders = namesIn(cell('coders'))
  if (!/^\d+$/.test(given) && (text === '' || !isMissing(given))) {
    throw faultAt(file, row, `the length must be a whole number of characters, and is “${given}”`, 'length')
  }
  if (text === '') return { length: Number(given), language, coders }
  if (isMissing(given) || Number(given) === counted) return { length: counted, text, language, coders }
  throw faultAt(file, row, `the text has ${counted} code points and not ${given}`, 'length')
}

function namesIn(cell: string): string[] {
  if (isMissing(cell)) return []
  const names = cell.split('|').map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}
