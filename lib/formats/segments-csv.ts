import type { Segment } from '../coding/annotation'
import { documentExportId } from '../coding/export-ids'
import { type Column, csvHeader, csvLines } from './csv-lines'

/** segments.csv: one row per segment of an annotation, with its part. Offsets are code points, the end not included. */
export const segmentColumns: readonly Column[] = [
  { name: 'ann_id', description: 'Annotation, as in annotations.csv.' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'coder', description: 'Pseudonym of the coder.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'code', description: 'Key of the code.' },
  { name: 'part', description: 'span for a plain annotation; source, cue or content for the parts of an attribution.' },
  { name: 'seg_index', description: 'Number of the segment within its annotation, from 1, in the order of the text.' },
  { name: 'start', description: 'First character: offset from 0 in Unicode code points of the document text.' },
  { name: 'end', description: 'Offset after the last character, in Unicode code points.' },
]

export function segmentsHeader(): string {
  return csvHeader(segmentColumns)
}

interface SegmentedAnnotation {
  id: string
  coder: string
  round: number
  code: string
  segments: readonly Segment[]
}

/** The lines of one document. @param annotations in the order of annotations.csv */
export function segmentLines(document: { number: number }, annotations: readonly SegmentedAnnotation[]): string {
  return csvLines(
    annotations.flatMap(({ id, coder, round, code, segments }) =>
      segments.map(({ part, start, end }, index) => [
        ...[`A-${id}`, documentExportId(document.number), coder, round, code],
        ...[part, index + 1, start, end],
      ]),
    ),
  )
}
