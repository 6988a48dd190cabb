import type { CodedSpan } from '../agreement/continuum'
import { faultAt, isMissing, type NamedText, readTable } from './agreement-rows'
import type { TextLength } from './agreement-text-lengths'

/** One document with the spans of everybody who looked at it. */
export interface SpanDocument extends TextLength {
  id: string
  /** Sorted. */
  coders: string[]
  spans: CodedSpan[]
}

const needed = ['doc_id', 'coder', 'code', 'start', 'end'] as const
type Cell = (column: (typeof needed)[number]) => string

/**
 * Reads a table of spans: `doc_id,coder,code,start,end`, offsets in code points from 0, the end not included. A row
 * with an empty code says that the coder looked at the document, and needs no offsets; so does the table of lengths. Documents come sorted by id, so
 * the order of the rows changes nothing, not even the draws of a bootstrap.
 * @throws AppError invalid naming file, row and column
 */
export function readSpanDocuments(file: NamedText, lengths: ReadonlyMap<string, TextLength>): SpanDocument[] {
  const { columns, rows } = readTable(file)
  for (const column of needed) {
    if (!columns.includes(column)) throw faultAt(file, 1, 'this column is missing', column)
  }
  const documents = knownToBeSeen(lengths)
  for (const { row, cells } of rows) {
    const cell: Cell = (column) => cells[columns.indexOf(column)] ?? ''
    const [id, coder] = [cell('doc_id'), cell('coder')]
    const length = lengths.get(id)
    if (!length) throw faultAt(file, row, `the document ${id || 'without an id'} has no length`, 'doc_id')
    if (isMissing(coder)) throw faultAt(file, row, 'the coder has no name', 'coder')
    const document = documents.get(id) ?? { ...length, id, coders: [], spans: [] }
    documents.set(id, document)
    if (!document.coders.includes(coder)) document.coders.push(coder)
    if (!isMissing(cell('code'))) document.spans.push(spanIn(file, row, cell, length.length))
  }
  for (const { coders } of documents.values()) coders.sort()
  return [...documents.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** The documents of which the table of lengths says who looked. */
function knownToBeSeen(lengths: ReadonlyMap<string, TextLength>): Map<string, SpanDocument> {
  const seen = [...lengths].filter(([, { coders }]) => coders.length > 0)
  return new Map(seen.map(([id, document]) => [id, { ...document, id, coders: [...document.coders], spans: [] }]))
}

function spanIn(file: NamedText, row: number, cell: Cell, length: number): CodedSpan {
  const start = offsetIn(file, row, cell, 'start')
  const end = offsetIn(file, row, cell, 'end')
  if (end <= start) throw faultAt(file, row, `the span ends at ${end}, and begins at ${start}`, 'end')
  if (end > length) throw faultAt(file, row, `the span ends at ${end}, and the document at ${length}`, 'end')
  return { coder: cell('coder'), code: cell('code'), start, end }
}

function offsetIn(file: NamedText, row: number, cell: Cell, column: 'start' | 'end'): number {
  if (/^\d+$/.test(cell(column))) return Number(cell(column))
  throw faultAt(file, row, `an offset must be a whole number from 0, and this is “${cell(column)}”`, column)
}
