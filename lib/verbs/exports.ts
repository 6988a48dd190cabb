import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AttributeValue, Segment } from '../coding/annotation'
import { type Codebook, spanCodes } from '../coding/codebook'
import { canonicalAttributes, type NamedEntities, namedEntities } from '../coding/entity-names'
import { type UnitLevel, unitLevels } from '../coding/unit-levels'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import {
  annotationLines,
  annotationsHeader,
  type ExportedAnnotation,
  exportedAttributes,
} from '../formats/annotations-csv'
import { codedDocumentLines, codedDocumentsHeader } from '../formats/coded-documents-csv'
import { unitCoderHeader, unitCoderLines } from '../formats/unit-coder-csv'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { toCodebook } from './steps/codebook-rows'
import { readComparedDocuments } from './steps/compared-documents'
import { readEntityNames } from './steps/entity-rows'
import { readReliabilitySample } from './steps/reliability-sample'
import { listSubmitted, readDocuments, type SubmittedCoding } from './steps/submitted-codings'

/** How a table is asked for beside its name. */
export const exportInput = z.object({ unit: z.enum(unitLevels).optional() })

/** A version of the codebook, and by which names its entities are compared. */
interface Version {
  codebook: Codebook
  names: NamedEntities
}

async function versionsOf(studyId: string, codings: SubmittedCoding[]): Promise<Map<string, Version>> {
  const ids = [...new Set(codings.map(({ codebookVersionId }) => codebookVersionId))]
  const versions = await db().codebookVersion.findMany({
    where: { studyId, id: { in: ids } },
    include: { codes: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  const entities = await readEntityNames(studyId)
  return new Map(
    versions.map((version) => {
      const codebook = toCodebook(version)
      return [version.id, { codebook, names: namedEntities(codebook, entities) }]
    }),
  )
}

/** The live annotations of these codings, by document. */
async function readAnnotations(studyId: string, codings: SubmittedCoding[], versions: Map<string, Version>) {
  const byId = new Map(codings.map((coding) => [coding.id, coding]))
  const rows = await db().annotation.findMany({
    where: { studyId, codingId: { in: [...byId.keys()] }, deletedAt: null },
    include: { code: { select: { key: true, family: true } } },
  })
  const byDocument = new Map<string, ExportedAnnotation[]>()
  for (const row of rows) {
    const coding = byId.get(row.codingId)
    const version = coding && versions.get(coding.codebookVersionId)
    if (!version) continue
    const attributes = row.attributes as Record<string, AttributeValue>
    const list = byDocument.get(coding.documentId) ?? []
    byDocument.set(coding.documentId, list)
    list.push({
      ...{ id: row.id, coder: coding.coder, round: coding.round, unsure: row.unsure, createdAt: row.createdAt },
      ...{ family: row.code.family, code: row.code.key, segments: row.segments as Segment[] },
      codebookVersion: version.codebook.version,
      ...{ attributes, compared: canonicalAttributes(attributes, version.names) },
    })
  }
  return byDocument
}

async function* annotationsTable(studyId: string): AsyncGenerator<string> {
  const codings = await listSubmitted(studyId)
  const versions = await versionsOf(studyId, codings)
  const attributes = exportedAttributes(Array.from(versions.values(), ({ codebook }) => codebook))
  yield annotationsHeader(attributes)
  const documentIds = [...new Set(codings.map(({ documentId }) => documentId))]
  for await (const page of readDocuments(studyId, documentIds)) {
    const shown = new Set(page.map(({ id }) => id))
    const ofPage = codings.filter(({ documentId }) => shown.has(documentId))
    const annotations = await readAnnotations(studyId, ofPage, versions)
    for (const document of page) yield annotationLines(document, annotations.get(document.id) ?? [], attributes)
  }
}

async function* documentsTable(studyId: string): AsyncGenerator<string> {
  const codings = await listSubmitted(studyId)
  yield codedDocumentsHeader()
  const documentIds = [...new Set(codings.map(({ documentId }) => documentId))]
  for await (const page of readDocuments(studyId, documentIds)) {
    for (const document of page) {
      yield codedDocumentLines(
        document,
        codings.filter(({ documentId }) => documentId === document.id),
      )
    }
  }
}

async function* unitCoderTable(studyId: string, level: UnitLevel): AsyncGenerator<string> {
  const sample = await readReliabilitySample(studyId, {})
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
  'documents.csv': documentsTable,
  'unit_coder_long.csv': unitCoderTable,
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
 * the data alone. annotations.csv has every submitted coding and documents.csv
 * what was submitted; unit_coder_long.csv has the reliability sample, from which
 * the agreement report can be computed again.
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
