import { documentExportId, unitExportId } from '../coding/export-ids'
import { type Coverage, unitCoverage } from '../coding/unit-coverage'
import { type UnitDocument, UnitIndex } from '../coding/unit-index'
import type { UnitLevel } from '../coding/unit-levels'
import { submittedCodings, type UnitCoding } from '../coding/units'
import { type Cell, type Column, csvHeader, csvLines } from './csv-lines'

/**
 * unit_coder_long.csv: one row per unit, coder and code, from which the agreement report's figures on the presence of
 * codes can be computed again. A coder who has not submitted a document has no row for it; one who submitted it with
 * nothing has zeros.
 */
export const unitCoderColumns: readonly Column[] = [
  { name: 'unit_id', description: 'Unit: D0001_s0003 is the third sentence (t token, p paragraph, d document).' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'level', description: 'token, sentence, paragraph or document.' },
  { name: 'coder', description: 'Pseudonym of a coder who submitted the document.' },
  { name: 'variable', description: 'Key of the code.' },
  { name: 'value', description: '1 when the coder marked at least one letter or digit of the unit with it, else 0.' },
  { name: 'n_spans', description: 'Annotations with this code that reach the unit.' },
  {
    name: 'chars_coded',
    description: 'Unicode code points of the unit inside them, white space at their ends left out.',
  },
]

export function unitCoderHeader(): string {
  return csvHeader(unitCoderColumns)
}

/** So many rows go in one piece of text. */
const rowsPerPiece = 2000

/**
 * The lines of one document at one level, in pieces a stream can send one by one; in the order of units, coders, codes.
 * Units without a letter or digit outside boilerplate are left out, as in the report.
 */
export function* unitCoderLines(
  document: UnitDocument,
  codings: readonly UnitCoding[],
  codes: readonly string[],
  level: UnitLevel,
): Generator<string> {
  let rows: Cell[][] = []
  for (const row of unitRows(document, codings, codes, level)) {
    rows.push(row)
    if (rows.length < rowsPerPiece) continue
    yield csvLines(rows)
    rows = []
  }
  if (rows.length > 0) yield csvLines(rows)
}

function* unitRows(
  document: UnitDocument,
  codings: readonly UnitCoding[],
  codes: readonly string[],
  level: UnitLevel,
): Generator<Cell[]> {
  const index = new UnitIndex(document, level)
  const documentId = documentExportId(document.number)
  const layers = coderLayers(index, codings, codes)
  for (const [place, unit] of index.units.entries()) {
    const unitId = unitExportId(documentId, level, unit.number)
    for (const { coder, code, coverage } of layers) {
      const { annotations, characters } = coverage.get(place) ?? { annotations: 0, characters: 0 }
      yield [unitId, documentId, level, coder, code, annotations > 0, annotations, characters]
    }
  }
}

interface Layer {
  coder: string
  code: string
  coverage: Map<number, Coverage>
}

function coderLayers(index: UnitIndex, codings: readonly UnitCoding[], codes: readonly string[]): Layer[] {
  return submittedCodings(codings).flatMap(({ coder, annotations }) =>
    codes.map((code) => ({
      coder,
      code,
      coverage: unitCoverage(
        index,
        annotations.filter((annotation) => annotation.code === code),
      ),
    })),
  )
}
