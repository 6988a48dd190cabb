import type { AttributeValue, Segment } from '../coding/annotation'
import type { Attribute, Codebook } from '../coding/codebook'
import type { DocumentView } from '../coding/coding-view'
import { documentExportId } from '../coding/export-ids'
import { extent } from '../coding/segments'
import { reachedPlaces } from '../coding/unit-coverage'
import { UnitIndex } from '../coding/unit-index'
import { CodePointIndex } from '../text/code-points'
import { type Cell, type Column, csvHeader, csvLines, freeText } from './csv-lines'

/** annotations.csv: one row per annotation of a coder. Offsets are Unicode code points, the end is not included. */

export type AnnotatedDocument = Pick<
  DocumentView,
  'number' | 'title' | 'text' | 'length' | 'paragraphs' | 'sentences' | 'tokens' | 'regions'
>

export interface ExportedAnnotation {
  id: string
  /** Pseudonym. */
  coder: string
  /** Number of the round. */
  round: number
  codebookVersion: string
  family: string
  code: string
  segments: readonly Segment[]
  /** As the coder wrote them. */
  attributes: Readonly<Record<string, AttributeValue>>
  /** As they are compared: entities by their canonical names. */
  compared: Readonly<Record<string, AttributeValue>>
  unsure: boolean
  createdAt: Date | null
}

/** An attribute that has a column of its own. */
export interface ExportedAttribute {
  key: string
  label: string
  /** Its words name persons, bodies, groups, places or events: a second column has the names they are compared by. */
  isEntity: boolean
}

const leading: Column[] = [
  { name: 'ann_id', description: 'Id of the annotation.' },
  { name: 'doc_id', description: 'Document: D0001 is number 1 of the study.' },
  { name: 'doc_title', description: 'Title of the document. Free text, see quote.' },
  { name: 'coder', description: 'Pseudonym of the coder.' },
  { name: 'round', description: 'Number of the round.' },
  { name: 'cb_version', description: 'Version of the codebook.' },
  { name: 'family', description: 'Family of the code.' },
  { name: 'code', description: 'Key of the code.' },
  { name: 'start', description: 'First character: offset from 0 in Unicode code points of the document text.' },
  { name: 'end', description: 'Offset after the last character, in Unicode code points.' },
  { name: 'n_segments', description: 'Number of segments; more than 1 when the annotation is discontinuous.' },
  { name: 'n_chars', description: 'Code points in all segments together.' },
  { name: 'n_words', description: 'Word tokens of which a segment covers at least one letter or digit.' },
  { name: 'sent_first', description: 'Number (from 1) of the first sentence it reaches; NA when it reaches none.' },
  { name: 'sent_last', description: 'Number (from 1) of the last sentence it reaches; NA when it reaches none.' },
  { name: 'unsure', description: '1 when the coder marked the decision as unsure, else 0.' },
]

const trailing: Column[] = [
  {
    name: 'quote',
    description:
      'The text of the segments, joined by " … ". Free text that begins with = + - @, tab or carriage return and is no number has an apostrophe in front, against spreadsheets that would run it.',
  },
  { name: 'created_at', description: 'When the annotation was made, ISO 8601, UTC.' },
]

/** The attributes of these versions of a codebook, the oldest first: each once, as its latest version has it. */
export function exportedAttributes(codebooks: readonly Codebook[]): ExportedAttribute[] {
  const latest = new Map<string, Attribute>()
  for (const { attributes } of codebooks) {
    for (const [key, attribute] of Object.entries(attributes)) if (attribute.enabled) latest.set(key, attribute)
  }
  return Array.from(latest, ([key, { label, type }]) => ({ key, label, isEntity: type === 'entity_ref' }))
}

/** All columns in order, the attributes' between the fixed ones. */
export function annotationColumns(attributes: readonly ExportedAttribute[]): Column[] {
  const names = attributeColumnNames(
    attributes.flatMap(({ key, isEntity }) => (isEntity ? [key, `${key}_entity`] : [key])),
  )
  const own = attributes.flatMap(({ label, isEntity }) => [
    `${label}${isEntity ? ', as the coder wrote it' : ''}. Several values are joined by |; NA when not given. Free text, see quote.`,
    ...(isEntity
      ? [
          `${label}, by the approved name it is compared by; the coder’s word where there is none. Free text, see quote.`,
        ]
      : []),
  ])
  return [...leading, ...own.map((description, i) => ({ name: names[i] ?? '', description })), ...trailing]
}

/** a_<key>, cut to 32 characters; a name that is taken gets a number at its end. */
function attributeColumnNames(keys: readonly string[]): string[] {
  const taken = new Set<string>()
  return keys.map((key) => {
    let name = `a_${key}`.slice(0, 32)
    for (let number = 2; taken.has(name); number += 1) name = `a_${key}`.slice(0, 29) + number
    taken.add(name)
    return name
  })
}

export function annotationsHeader(attributes: readonly ExportedAttribute[]): string {
  return csvHeader(annotationColumns(attributes))
}

/** The lines of one document, in an order that depends on the annotations alone. */
export function annotationLines(
  document: AnnotatedDocument,
  annotations: readonly ExportedAnnotation[],
  attributes: readonly ExportedAttribute[],
): string {
  return csvLines(annotationCells(document, [...annotations].sort(byPlace), attributes))
}

/** The cells of each annotation of one document, in this order. */
export function annotationCells(
  document: AnnotatedDocument,
  annotations: readonly ExportedAnnotation[],
  attributes: readonly ExportedAttribute[],
): Cell[][] {
  const places = { text: new CodePointIndex(document.text), ...unitIndexes(document) }
  return annotations.map((annotation) => cells(document, annotation, attributes, places))
}

function unitIndexes(document: AnnotatedDocument) {
  // Words and sentences in boilerplate are text too: here they count.
  const whole = { ...document, regions: [] }
  return { sentences: new UnitIndex(whole, 'sentence'), tokens: new UnitIndex(whole, 'token') }
}

type Places = ReturnType<typeof unitIndexes> & { text: CodePointIndex }

function cells(
  document: AnnotatedDocument,
  annotation: ExportedAnnotation,
  attributes: readonly ExportedAttribute[],
  { text, sentences, tokens }: Places,
): Cell[] {
  const { segments } = annotation
  const { start, end } = extent(segments)
  const reached = reachedPlaces(sentences, segments).map((place) => sentences.units[place]?.number ?? null)
  return [
    ...[`A-${annotation.id}`, documentExportId(document.number), freeText(document.title)],
    ...[annotation.coder, annotation.round, annotation.codebookVersion, annotation.family, annotation.code],
    ...[start, end, segments.length, segments.reduce((sum, segment) => sum + segment.end - segment.start, 0)],
    ...[reachedPlaces(tokens, segments).length, reached[0] ?? null, reached.at(-1) ?? null, annotation.unsure],
    ...attributes.flatMap(({ key, isEntity }) => [
      attributeCell(annotation.attributes[key]),
      ...(isEntity ? [attributeCell(annotation.compared[key])] : []),
    ]),
    freeText(segments.map((segment) => text.slice(segment.start, segment.end)).join(' … ')),
    annotation.createdAt,
  ]
}

function attributeCell(value: AttributeValue | undefined): Cell {
  if (value === undefined || value === '') return null
  if (typeof value === 'string') return freeText(value)
  if (Array.isArray(value)) return value.length === 0 ? null : freeText(value.join('|'))
  return value
}

/** By coder, round, place in the text, code and id. */
export function byPlace(one: ExportedAnnotation, other: ExportedAnnotation): number {
  const [a, b] = [extent(one.segments), extent(other.segments)]
  return (
    compare(one.coder, other.coder) ||
    one.round - other.round ||
    a.start - b.start ||
    a.end - b.end ||
    compare(one.code, other.code) ||
    compare(one.id, other.id)
  )
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
