import { createHash } from 'node:crypto'
import { z } from 'zod'
import { spanCodes } from '../coding/codes'
import { type UnitLevel, unitLevels } from '../coding/unit-levels'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import { annotationLines, annotationsHeader, byPlace, exportedAttributes } from '../formats/annotations-csv'
import { codedDocumentLines, codedDocumentsHeader } from '../formats/coded-documents-csv'
import { relationLines, relationsHeader } from '../formats/relations-csv'
import { segmentLines, segmentsHeader } from '../formats/segments-csv'
import { unitCoderHeader, unitCoderLines } from '../formats/unit-coder-csv'
import { variableLines, variablesHeader } from '../formats/variables-csv'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { readComparedDocuments } from './steps/compared-documents'
import { readExportedAnnotations, readExportedAnswers, readExportedRelations, versionsOf } from './steps/exported-rows'
import { readReliabilitySample } from './steps/reliability-sample'
import {
  adjudicationsTable,
  disagreementsTable,
  goldDocumentsTable,
  goldRelationsTable,
  goldTable,
  goldVariablesTable,
} from './steps/review/review-tables'
import { chooseSample } from './steps/sample-choice'
import { byDocument, listSubmitted, listTitles, readDocuments, type SubmittedCoding } from './steps/submitted-codings'

/** How a table is asked for beside its name. */
export const exportInput = z.object({ unit: z.enum(unitLevels).optional() })

/** The submitted documents in their order, a page at a time, each page with its codings. */
async function* submittedPages(studyId: string, codings: SubmittedCoding[]) {
  const ofDocument = byDocument(codings)
  for await (const documents of readDocuments(studyId, [...ofDocument.keys()])) {
    yield { documents, codings: documents.flatMap(({ id }) => ofDocument.get(id) ?? []) }
  }
}

async function* annotationsTable(studyId: string): AsyncGenerator<string> {
  const codings = await listSubmitted(studyId)
  const versions = await versionsOf(studyId, codings)
  const attributes = exportedAttributes(Array.from(versions.values(), ({ codebook }) => codebook))
  yield annotationsHeader(attributes)
  for await (const page of submittedPages(studyId, codings)) {
    const annotations = await readExportedAnnotations(studyId, page.codings, versions)
    for (const document of page.documents) {
      yield annotationLines(document, annotations.get(document.id) ?? [], attributes)
    }
  }
}

async function* segmentsTable(studyId: string): AsyncGenerator<string> {
  const codings = await listSubmitted(studyId)
  const versions = await versionsOf(studyId, codings)
  yield segmentsHeader()
  for await (const page of submittedPages(studyId, codings)) {
    const annotations = await readExportedAnnotations(studyId, page.codings, versions)
    for (const document of page.documents) {
      yield segmentLines(document, [...(annotations.get(document.id) ?? [])].sort(byPlace))
    }
  }
}

async function* relationsTable(studyId: string): AsyncGenerator<string> {
  yield relationsHeader()
  for await (const page of submittedPages(studyId, await listSubmitted(studyId))) {
    const relations = await readExportedRelations(studyId, page.codings)
    for (const document of page.documents) yield relationLines(document, relations.get(document.id) ?? [])
  }
}

async function* variablesTable(studyId: string): AsyncGenerator<string> {
  const codings = await listSubmitted(studyId)
  const versions = await versionsOf(studyId, codings)
  yield variablesHeader()
  for await (const page of submittedPages(studyId, codings)) {
    const answers = await readExportedAnswers(studyId, page.codings, versions)
    for (const document of page.documents) yield variableLines(document, answers.get(document.id) ?? [])
  }
}

async function* documentsTable(studyId: string): AsyncGenerator<string> {
  yield codedDocumentsHeader()
  const ofDocument = byDocument(await listSubmitted(studyId))
  for (const document of await listTitles([...ofDocument.keys()])) {
    yield codedDocumentLines(document, ofDocument.get(document.id) ?? [])
  }
}

async function* unitCoderTable(studyId: string, level: UnitLevel): AsyncGenerator<string> {
  const sample = await readReliabilitySample(await chooseSample(studyId, {}))
  const codes = spanCodes(sample.codebook).map((code) => code.key)
  const submitted = sample.documents.filter(({ codings }) => codings.length > 0)
  yield unitCoderHeader()
  for await (const page of readComparedDocuments(studyId, submitted, sample.names)) {
    for (const { document, codings } of page) {
      const ofCoders = codings.map(({ coder, annotations }) => ({ coder, submitted: true, annotations }))
      yield* unitCoderLines(document, ofCoders, codes, level)
    }
  }
}

const tables: Record<string, (studyId: string, level: UnitLevel) => AsyncGenerator<string>> = {
  'annotations.csv': annotationsTable,
  'segments.csv': segmentsTable,
  'relations.csv': relationsTable,
  'variables.csv': variablesTable,
  'documents.csv': documentsTable,
  'unit_coder_long.csv': unitCoderTable,
  'disagreements.csv': disagreementsTable,
  'adjudications.csv': adjudicationsTable,
  'gold.csv': goldTable,
  'gold_relations.csv': goldRelationsTable,
  'gold_variables.csv': goldVariablesTable,
  'gold_documents.csv': goldDocumentsTable,
}

interface ExportedTable {
  studyId: string
  unit: UnitLevel
  pieces: AsyncGenerator<string>
}

async function openTable(actor: Actor, input: TableInput): Promise<ExportedTable> {
  const { studyId } = await authorize(actor, input.studyId, 'codings.export')
  const table = Object.hasOwn(tables, input.table) ? tables[input.table] : undefined
  if (!table) {
    throw new AppError('not_found', `There is no such table. There are ${Object.keys(tables).join(', ')}.`)
  }
  const study = await db().study.findUniqueOrThrow({ where: { id: studyId } })
  const unit = exportInput.parse({ unit: input.unit ?? study.defaultUnit }).unit ?? 'sentence'
  return { studyId, unit, pieces: table(studyId, unit) }
}

type TableInput = { studyId: string; table: string } & z.infer<typeof exportInput>

/**
 * One table of the study as CSV, in pieces: the independent layer, with coders by pseudonym, in an order that depends on
 * the data alone. annotations.csv, segments.csv, relations.csv and variables.csv have every submitted coding, documents.csv
 * says what was submitted; unit_coder_long.csv has the reliability sample, from which
 * the agreement report can be computed again. disagreements.csv, adjudications.csv and the tables of gold are about the newest
 * submitted revisions of the documents that every coder has handed in.
 * @param input.unit of unit_coder_long.csv: sentence, or the study's own default
 * @throws AppError forbidden for coders and for others who still code; not_found naming the tables there are
 */
export async function exportTable(actor: Actor, input: TableInput): Promise<AsyncGenerator<string>> {
  const { studyId, unit, pieces } = await openTable(actor, input)
  const detail = { table: input.table, unit }
  await transaction((tx) => audit(tx, { actorId: actor.userId, studyId, action: 'study.exported', detail }))
  return pieces
}

/**
 * SHA-256 of exactly the bytes that `exportTable` gives now, as a line that `sha256sum --check` takes. Nothing of the
 * table leaves the server, so it is no export.
 * @throws AppError as `exportTable`
 */
export async function exportChecksum(actor: Actor, input: TableInput): Promise<string> {
  const { pieces } = await openTable(actor, input)
  const hash = createHash('sha256')
  for await (const piece of pieces) hash.update(piece)
  return `${hash.digest('hex')}  ${input.table}\n`
}
