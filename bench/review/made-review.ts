import type { Codebook } from '../../lib/coding/codebook'
import type { ReviewedCoding, ReviewedDocument } from '../../lib/coding/review/reviewed-document'
import { type MadeDocument, madeCodebook, madeDocuments, type StudySize } from '../made-study'

/** The study that is measured: 10 coders x 100 annotations x 20 codes a document. */
export function sizeOf(documents: number): StudySize {
  return { documents, coders: 10, annotations: 100, codes: 20 }
}

export function codebooksOf(): Map<string, Codebook> {
  const codebook = madeCodebook(sizeOf(1).codes)
  return new Map([[codebook.version, codebook]])
}

/** The made documents as the review reads them. */
export function* reviewedDocuments(size: StudySize): Generator<ReviewedDocument> {
  for (const made of madeDocuments(size)) yield reviewed(made)
}

/** A UUID that names an annotation by its document, coder and place. */
function idOf(document: number, coder: number, place: number): string {
  const hexadecimal = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
  return `${hexadecimal(document, 8)}-${hexadecimal(coder, 4)}-7000-8000-${hexadecimal(place, 12)}`
}

function reviewed({ document, codings }: MadeDocument): ReviewedDocument {
  const { number, text, length } = document
  return {
    ...{ roundId: idOf(0, 0, 0), documentId: idOf(number, 0, 0), secret: 'made', text, length, language: 'en' },
    codings: codings.map(
      ({ coder, annotations }, i): ReviewedCoding => ({
        ...{ codingId: idOf(number, i + 1, 0), coder, revision: 0, codebookVersion: '1.0.0', nothingToCode: false },
        annotations: annotations.map(({ attributes, ...annotation }, j) => {
          const id = idOf(number, i + 1, j + 1)
          return { ...annotation, id, lineageId: id, attributes, compared: attributes, note: '' }
        }),
        ...{ links: [], answers: [] },
      }),
    ),
    ineligible: [],
  }
}

/** Milliseconds of the processor, which other work on the machine disturbs least. */
export function millisecondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
