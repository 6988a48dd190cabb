import { type Cell, type Column, csvHeader, csvLines } from '../csv-lines'
import type { ReportedStudy } from './study'

/** A table of the agreement report, as a file. */
export interface AgreementTable {
  /** As in ?table= and in the name of the file. */
  name: string
  file: string
  /** What a row is. */
  row: string
  columns: readonly Column[]
  /** The file in pieces that a stream can send one by one. */
  write(report: ReportedStudy): Generator<string>
}

/** So many rows go in one piece of text. */
const rowsPerPiece = 2000

export function agreementTable(
  about: Pick<AgreementTable, 'name' | 'row' | 'columns'>,
  rowsOf: (report: ReportedStudy) => Iterable<readonly Cell[]>,
): AgreementTable {
  function* write(report: ReportedStudy) {
    yield csvHeader(about.columns)
    yield* csvPieces(rowsOf(report))
  }
  return { ...about, file: `${about.name}.csv`, write }
}

/** Lines of CSV, some thousand at a time. */
function* csvPieces(rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece: (readonly Cell[])[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < rowsPerPiece) continue
    yield csvLines(piece)
    piece = []
  }
  if (piece.length > 0) yield csvLines(piece)
}
