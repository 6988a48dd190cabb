import type { AttributeValue } from '../coding/annotation'
import { documentExportId } from '../coding/export-ids'
import { type Column, csvHeader, csvLines, freeText } from './csv-lines'

/** variables.csv: one row per answer of a coder about a document as a whole. */
export const variableColumns: readonly Column[] = [
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'coder', description: 'Pseudonym of the coder.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'cb_version', description: 'Version of the codebook.' },
  { name: 'variable', description: 'Key of the document variable, or of the code for documents.' },
  { name: 'value', description: 'The answer; yes and no are 1 and 0. Free text, see quote in annotations.csv.' },
  {
    name: 'value_entity',
    description: 'The name by which it is compared where it names an entity, else the answer. Free text, see quote.',
  },
]

export function variablesHeader(): string {
  return csvHeader(variableColumns)
}

export interface ExportedAnswer {
  coder: string
  round: number
  codebookVersion: string
  variable: string
  value: AttributeValue
  /** With canonical names. */
  compared: AttributeValue
}

/** The lines of one document, by coder, round and variable. */
export function variableLines(document: { number: number }, answers: readonly ExportedAnswer[]): string {
  const sorted = [...answers].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  return csvLines(
    sorted.map(({ coder, round, codebookVersion, variable, value, compared }) => [
      ...[documentExportId(document.number), coder, round, codebookVersion, variable],
      ...[cellOf(value), cellOf(compared)],
    ]),
  )
}

function orderOf({ coder, round, variable }: ExportedAnswer): string {
  return [coder, String(round).padStart(6, '0'), variable].join(' ')
}

function cellOf(value: AttributeValue) {
  if (Array.isArray(value)) return freeText(value.join('|'))
  return typeof value === 'string' ? freeText(value) : value
}
