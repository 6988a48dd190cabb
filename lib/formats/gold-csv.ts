import { documentExportId } from '../coding/export-ids'
import type { Gold, GoldAnnotation } from '../coding/review/gold'
import {
  type AnnotatedDocument,
  annotationCells,
  annotationColumns,
  type ExportedAnnotation,
  type ExportedAttribute,
} from './annotations-csv'
import { answerCell } from './answer-cell'
import { type Cell, type Column, csvHeader, csvLines, freeText } from './csv-lines'
import { listed } from './disagreements-csv'
import { annotationExportId, clusterExportId, decisionExportId } from './review-ids'

/** gold.csv and the tables beside it: what the coders' work and the decisions on it come to. */

const provenance: Column = {
  name: 'provenance',
  description:
    'agreed by all coders; adjudicated by a decision; single where one coder coded the document; both_readings where a decision keeps several.',
}
const reading: Column = { name: 'reading', description: 'Of both readings: which one, as A or B; NA else.' }
const clusterId: Column = {
  name: 'cluster_id',
  description: 'Cluster that it comes from, as in disagreements.csv where its coders differ; NA for none.',
}
const adjId: Column = { name: 'adj_id', description: 'Decision, as in adjudications.csv; NA where there is none.' }

/** The columns of annotations.csv, with gold in the place of a coder, and where each annotation comes from. */
export function goldColumns(attributes: readonly ExportedAttribute[]): Column[] {
  const described = (column: Column): Column => {
    if (column.name === 'coder') return { ...column, description: 'Always gold.' }
    if (column.name === 'created_at') {
      return { ...column, description: 'When it was decided, ISO 8601, UTC; NA where it was not.' }
    }
    if (column.name === 'cb_version') return { ...column, description: 'Version of the codebook by which it was made.' }
    return column
  }
  const coders = {
    name: 'coders',
    description: 'Pseudonyms of the coders whose annotations went into it, joined by |.',
  }
  return [...annotationColumns(attributes).map(described), provenance, reading, coders, clusterId, adjId]
}

export function goldHeader(attributes: readonly ExportedAttribute[]): string {
  return csvHeader(goldColumns(attributes))
}

export interface ExportedGold extends GoldAnnotation {
  family: string
  codebookVersion: string
  decidedAt: Date | null
}

interface Round {
  number: number
}

/** The annotations of one document's gold, in the order of the text. */
export function goldLines(
  document: AnnotatedDocument,
  round: Round,
  gold: readonly ExportedGold[],
  attributes: readonly ExportedAttribute[],
): string {
  const cells = annotationCells(document, gold.map(toAnnotation(round)), attributes)
  return csvLines(gold.map((one, place): Cell[] => [...(cells[place] ?? []), ...originCells(one)]))
}

function toAnnotation({ number }: Round) {
  return ({ id, value, family, codebookVersion, decidedAt }: ExportedGold): ExportedAnnotation => ({
    ...{ id, coder: 'gold', round: number, codebookVersion, family, code: value.code, segments: value.segments },
    ...{ attributes: value.attributes, compared: value.attributes, unsure: value.unsure, createdAt: decidedAt },
  })
}

function originCells(one: ExportedGold): Cell[] {
  return [one.provenance, one.reading, listed(one.coders), ...idCells(one)]
}

function idCells({ clusterId: cluster, decisionId }: Pick<GoldAnnotation, 'clusterId' | 'decisionId'>): Cell[] {
  return [cluster && clusterExportId(cluster), decisionId && decisionExportId(decisionId)]
}

/** gold_relations.csv: one row per link between two annotations of gold. */
export const goldRelationColumns: readonly Column[] = [
  { name: 'rel_id', description: 'Id of the link.' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'rel_type', description: 'Key of the relation in the codebook.' },
  { name: 'from_ann', description: 'Annotation that the link begins at, as in gold.csv.' },
  { name: 'to_ann', description: 'Annotation that it leads to.' },
]

export function goldRelationsHeader(): string {
  return csvHeader(goldRelationColumns)
}

export function goldRelationLines(document: { number: number }, round: Round, { links }: Pick<Gold, 'links'>): string {
  return csvLines(
    links.map(({ id, relation, from, to }) => [
      ...[`L-${id}`, documentExportId(document.number), round.number, relation],
      ...[annotationExportId(from), annotationExportId(to)],
    ]),
  )
}

/** gold_variables.csv: one row per answer about a document that is gold. */
export const goldVariableColumns: readonly Column[] = [
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'variable', description: 'Key of the document variable, or of the code for documents.' },
  { name: 'value', description: 'The answer; yes and no are 1 and 0. Free text, see quote in annotations.csv.' },
  ...[provenance, reading, clusterId, adjId],
]

export function goldVariablesHeader(): string {
  return csvHeader(goldVariableColumns)
}

export function goldVariableLines(
  document: { number: number },
  round: Round,
  { answers }: Pick<Gold, 'answers'>,
): string {
  return csvLines(
    answers.map((one) => [
      ...[documentExportId(document.number), round.number, one.variable, answerCell(one.value)],
      ...[one.provenance, one.reading, ...idCells(one)],
    ]),
  )
}

/** gold_documents.csv: one row per document whose coders have all submitted, also where its gold has nothing. */
export const goldDocumentColumns: readonly Column[] = [
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'doc_title', description: 'Title of the document. Free text, see quote in annotations.csv.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'length', description: 'Unicode code points of the document text.' },
  { name: 'coders', description: 'Pseudonyms of the coders whose work was compared, joined by |; NA for none.' },
  {
    name: 'eligibility',
    description: 'code; nothing where the document holds nothing; not_eligible where it should not be in the sample.',
  },
  { name: 'n_annotations', description: 'Annotations in gold.csv.' },
  { name: 'n_clusters', description: 'Clusters, those on which all agree included.' },
  { name: 'n_open', description: 'Clusters still to be decided: while there are any, gold is not complete.' },
]

export function goldDocumentsHeader(): string {
  return csvHeader(goldDocumentColumns)
}

export function goldDocumentLines(
  document: { number: number; title: string; length: number },
  round: Round,
  { coders, clusters, gold }: { coders: readonly string[]; clusters: number; gold: Gold },
): string {
  return csvLines([
    [
      ...[documentExportId(document.number), freeText(document.title), round.number, document.length, listed(coders)],
      ...[gold.eligibility ?? 'code', gold.annotations.length, clusters, gold.open],
    ],
  ])
}
