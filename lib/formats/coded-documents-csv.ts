import { documentExportId } from '../coding/export-ids'
import { type Column, csvHeader, csvLines, freeText } from './csv-lines'

/**
 * documents.csv: one row per document and round in which somebody submitted it. Beside annotations.csv it says what spans
 * alone cannot: how long the texts are, and who looked and marked nothing.
 */
export const codedDocumentColumns: readonly Column[] = [
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'doc_title', description: 'Title of the document. Free text, see quote in annotations.csv.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'length', description: 'Unicode code points of the document text.' },
  { name: 'coders', description: 'Pseudonyms of the coders who submitted it in this round, joined by |.' },
]

export function codedDocumentsHeader(): string {
  return csvHeader(codedDocumentColumns)
}

/** The lines of one document, in the order of rounds; coders sorted. */
export function codedDocumentLines(
  { number, title, length }: { number: number; title: string; length: number },
  codings: readonly { coder: string; round: number }[],
): string {
  const rounds = [...new Set(codings.map(({ round }) => round))].sort((one, other) => one - other)
  return csvLines(
    rounds.map((round) => {
      const coders = codings.filter((coding) => coding.round === round).map(({ coder }) => coder)
      return [documentExportId(number), freeText(title), round, length, [...new Set(coders)].sort().join('|')]
    }),
  )
}
