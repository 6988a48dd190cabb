import { documentFromFields, type ParsedDocuments } from './document-fields'

/** Reads one text file as one document. The whole text stays, also the line that becomes its title. */
export function parseTextDocument(file: string, text: string): ParsedDocuments {
  const made = documentFromFields(new Map([['text', text]]), { file: file.replace(/\.txt$/i, '') })
  if ('reason' in made) return { documents: [], rejected: [{ row: null, reason: made.reason }] }
  return { documents: [{ ...made.document, source: { file } }], rejected: [] }
}
