import { documentExportId } from '../coding/export-ids'
import { type Column, csvHeader, csvLines } from './csv-lines'

/** relations.csv: one row per link between two annotations of a coder. */
export const relationColumns: readonly Column[] = [
  { name: 'rel_id', description: 'Id of the link.' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'coder', description: 'Pseudonym of the coder.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'rel_type', description: 'Key of the relation in the codebook.' },
  { name: 'from_ann', description: 'Annotation that the link begins at, as in annotations.csv.' },
  { name: 'to_ann', description: 'Annotation that it leads to.' },
]

export function relationsHeader(): string {
  return csvHeader(relationColumns)
}

export interface ExportedRelation {
  id: string
  coder: string
  round: number
  relation: string
  from: string
  to: string
}

/** The lines of one document, by coder, round and relation. */
export function relationLines(document: { number: number }, relations: readonly ExportedRelation[]): string {
  const sorted = [...relations].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  return csvLines(
    sorted.map(({ id, coder, round, relation, from, to }) => [
      ...[`L-${id}`, documentExportId(document.number), coder, round, relation],
      ...[`A-${from}`, `A-${to}`],
    ]),
  )
}

function orderOf({ coder, round, relation, id }: ExportedRelation): string {
  return [coder, String(round).padStart(6, '0'), relation, id].join(' ')
}
