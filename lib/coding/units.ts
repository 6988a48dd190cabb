import { presence, type ReliabilityData } from '../agreement/reliability-data'
import type { Span } from '../text/spans'
import { documentExportId } from './export-ids'
import { type UnitDocument, UnitIndex } from './unit-index'
import type { UnitLevel } from './unit-levels'

/** One coder's coding of a document, as far as units are concerned. Annotations that were deleted are not in it. */
export interface UnitCoding {
  /** The pseudonym: C01. */
  coder: string
  /** Submitted with no annotation is zero; not submitted is missing. */
  submitted: boolean
  annotations: readonly UnitAnnotation[]
}

export interface UnitAnnotation {
  /** Key of the code. */
  code: string
  /** Code points; parts of any kind count alike. */
  segments: readonly Span[]
}

/** One document at one unit level, coded by those who submitted it: per code a table of units x coders. */
interface DocumentTables {
  documentId: string
  /** The columns of every table; sorted, each once. */
  coders: readonly string[]
  codes: readonly { code: string; data: ReliabilityData }[]
}

/**
 * Codings of a document as units x coders, one table per code: a unit has a code if a segment covers at least one letter
 * or digit of it. Several annotations of one coder with the same code are one presence. The columns are the coders who
 * submitted; nothing of the others is in it.
 * @param codings at most one per coder
 * @throws RangeError when a coder has two codings
 */
export function unitTables(
  document: UnitDocument,
  codings: readonly UnitCoding[],
  codes: readonly string[],
  level: UnitLevel,
): DocumentTables {
  const submitted = submittedCodings(codings)
  const index = new UnitIndex(document, level)
  const tables = new Map(codes.map((code) => [code, absentEverywhere(index.units.length, submitted.length)]))
  submitted.forEach(({ annotations }, column) => {
    for (const { code, segments } of annotations) {
      const values = tables.get(code)?.values
      if (!values) continue
      for (const segment of segments) {
        index.eachReached(segment, (place) => {
          values[place * submitted.length + column] = 1
        })
      }
    }
  })
  return {
    documentId: documentExportId(document.number),
    coders: submitted.map(({ coder }) => coder),
    codes: Array.from(tables, ([code, data]) => ({ code, data })),
  }
}

/** The submitted codings in the order of their coders. */
export function submittedCodings<Coding extends UnitCoding>(codings: readonly Coding[]): Coding[] {
  const submitted = codings
    .filter((coding) => coding.submitted)
    .sort((one, other) => (one.coder < other.coder ? -1 : 1))
  const twice = submitted.find(({ coder }, i) => coder === submitted[i - 1]?.coder)
  if (twice) throw new RangeError(`${twice.coder} has two codings of one document`)
  return submitted
}

function absentEverywhere(units: number, coders: number): ReliabilityData {
  return { coders, categories: presence, values: new Int16Array(units * coders) }
}
