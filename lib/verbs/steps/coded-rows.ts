import type { Annotation, AnnotationLink, Code, Coding, VariableValue } from '../../../prisma/generated/client'
import type { AnnotationValue } from '../../coding/annotation'
import type { CodedRow, VariableValue as VariableInput } from '../../coding/change'
import { extent } from '../../coding/segments'
import type { Transaction } from '../../db'

/** How the rows of a coding lie in the tables, and back. */

type AnnotationRow = CodedRow & { kind: 'annotation' }
type LinkRow = CodedRow & { kind: 'link' }
type VariableRow = CodedRow & { kind: 'variable' }

/** A row as it stands after a change, under the name of that change. */
export interface Entry {
  mutationId: string
  row: CodedRow
}

/** What every row of a coding carries of it. */
type Owner = Pick<Coding, 'id' | 'studyId' | 'codebookVersionId'>

const head = (row: { id: string; version: number; deletedAt: Date | null }) => ({
  id: row.id,
  version: row.version,
  deleted: row.deletedAt !== null,
})

function toAnnotation(row: Annotation & { code: Pick<Code, 'key'> }): AnnotationRow {
  const value = {
    code: row.code.key,
    segments: row.segments as AnnotationValue['segments'],
    attributes: row.attributes as AnnotationValue['attributes'],
    note: row.note,
    unsure: row.unsure,
    touched: row.touched,
    ...(row.origin === 'suggestion' ? { origin: 'suggestion' as const } : {}),
  }
  return { ...head(row), kind: 'annotation', value }
}

function toLink(row: AnnotationLink): LinkRow {
  return { ...head(row), kind: 'link', value: { relation: row.relation, from: row.fromId, to: row.toId } }
}

function toVariable(row: VariableValue): VariableRow {
  return {
    ...head(row),
    kind: 'variable',
    value: { variable: row.variable, value: row.value as VariableInput['value'] },
  }
}

const withCode = { code: { select: { key: true } } } as const

/** All rows of a coding in the order of the text, tombstones included: for its own coder. */
export async function readCodedRows(reader: Transaction, coding: Owner): Promise<CodedRow[]> {
  const where = { studyId: coding.studyId, codingId: coding.id }
  const annotations = await reader.annotation.findMany({
    where,
    include: withCode,
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
  })
  const links = await reader.annotationLink.findMany({ where, orderBy: { id: 'asc' } })
  const variables = await reader.variableValue.findMany({ where, orderBy: { id: 'asc' } })
  return [...annotations.map(toAnnotation), ...links.map(toLink), ...variables.map(toVariable)]
}

/**
 * The rows with these ids, whatever their kind, with the links at these annotations, the annotations at the ends of
 * all those links, and every document variable: what a list of changes to these ids can touch or depend on.
 */
export async function readRowsAround(reader: Transaction, coding: Owner, ids: string[]): Promise<CodedRow[]> {
  const codingId = coding.id
  const links = await reader.annotationLink.findMany({
    where: { codingId, OR: [{ id: { in: ids } }, { fromId: { in: ids } }, { toId: { in: ids } }] },
  })
  const ends = links.flatMap((link) => [link.fromId, link.toId])
  const annotations = await reader.annotation.findMany({
    where: { codingId, id: { in: [...new Set([...ids, ...ends])] } },
    include: withCode,
  })
  const variables = await reader.variableValue.findMany({ where: { codingId } })
  return [...annotations.map(toAnnotation), ...links.map(toLink), ...variables.map(toVariable)]
}

async function writeAnnotations(tx: Transaction, coding: Owner, rows: AnnotationRow[], codeIds: Map<string, string>) {
  const now = new Date().toISOString()
  const records = rows.map(({ id, version, deleted, value }) => ({
    ...{ id, version, deleted, ...value, ...extent(value.segments) },
    codeId: codeIds.get(value.code),
  }))
  await tx.$executeRaw`
    INSERT INTO "Annotation" ("codingId", "id", "studyId", "codebookVersionId", "codeId", "lineageId", "start", "end",
      "segments", "attributes", "note", "unsure", "touched", "origin", "version", "createdAt", "updatedAt", "deletedAt")
    SELECT ${coding.id}::uuid, r."id", ${coding.studyId}::uuid, ${coding.codebookVersionId}::uuid, r."codeId", r."id",
      r."start", r."end", r."segments", r."attributes", r."note", r."unsure", r."touched",
      COALESCE(r."origin", 'manual'), r."version",
      ${now}::timestamp, ${now}::timestamp, CASE WHEN r."deleted" THEN ${now}::timestamp END
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r("id" uuid, "codeId" uuid, "start" integer,
      "end" integer, "segments" jsonb, "attributes" jsonb, "note" text, "unsure" boolean, "touched" text[],
      "origin" text, "version" integer, "deleted" boolean)
    ON CONFLICT ("codingId", "id") DO UPDATE SET "codeId" = EXCLUDED."codeId", "start" = EXCLUDED."start",
      "end" = EXCLUDED."end", "segments" = EXCLUDED."segments", "attributes" = EXCLUDED."attributes",
      "note" = EXCLUDED."note", "unsure" = EXCLUDED."unsure", "touched" = EXCLUDED."touched",
      "version" = EXCLUDED."version", "updatedAt" = EXCLUDED."updatedAt", "deletedAt" = EXCLUDED."deletedAt"`
}

async function writeLinks(tx: Transaction, coding: Owner, rows: LinkRow[]) {
  const now = new Date().toISOString()
  const records = rows.map(({ id, version, deleted, value }) => ({ id, version, deleted, ...value }))
  await tx.$executeRaw`
    INSERT INTO "AnnotationLink" ("codingId", "id", "studyId", "relation", "fromId", "toId", "version", "createdAt",
      "updatedAt", "deletedAt")
    SELECT ${coding.id}::uuid, r."id", ${coding.studyId}::uuid, r."relation", r."from", r."to", r."version",
      ${now}::timestamp, ${now}::timestamp, CASE WHEN r."deleted" THEN ${now}::timestamp END
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r("id" uuid, "relation" text, "from" uuid,
      "to" uuid, "version" integer, "deleted" boolean)
    ON CONFLICT ("codingId", "id") DO UPDATE SET "relation" = EXCLUDED."relation", "fromId" = EXCLUDED."fromId",
      "toId" = EXCLUDED."toId", "version" = EXCLUDED."version", "updatedAt" = EXCLUDED."updatedAt",
      "deletedAt" = EXCLUDED."deletedAt"`
}

async function writeVariables(tx: Transaction, coding: Owner, rows: VariableRow[]) {
  const now = new Date().toISOString()
  // Deletions first: a variable holds one live value at every moment, also between two rows of this statement.
  const records = [...rows]
    .sort((a, b) => Number(b.deleted) - Number(a.deleted))
    .map(({ id, version, deleted, value }) => ({ id, version, deleted, ...value }))
  await tx.$executeRaw`
    INSERT INTO "VariableValue" ("codingId", "id", "studyId", "variable", "value", "version", "createdAt", "updatedAt",
      "deletedAt")
    SELECT ${coding.id}::uuid, r."id", ${coding.studyId}::uuid, r."variable", r."value", r."version",
      ${now}::timestamp, ${now}::timestamp, CASE WHEN r."deleted" THEN ${now}::timestamp END
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r("id" uuid, "variable" text, "value" jsonb,
      "version" integer, "deleted" boolean)
    ON CONFLICT ("codingId", "id") DO UPDATE SET "value" = EXCLUDED."value", "version" = EXCLUDED."version",
      "updatedAt" = EXCLUDED."updatedAt", "deletedAt" = EXCLUDED."deletedAt"`
}

/**
 * Writes the rows as they are now, new or not, in one statement per kind: a list of 500 changes costs no more round
 * trips than one change.
 */
export async function writeCodedRows(
  tx: Transaction,
  coding: Owner,
  rows: readonly CodedRow[],
  codeIds: Map<string, string>,
): Promise<void> {
  const annotations = rows.filter((row) => row.kind === 'annotation')
  const links = rows.filter((row) => row.kind === 'link')
  const variables = rows.filter((row) => row.kind === 'variable')
  if (annotations.length > 0) await writeAnnotations(tx, coding, annotations, codeIds)
  if (links.length > 0) await writeLinks(tx, coding, links)
  if (variables.length > 0) await writeVariables(tx, coding, variables)
}

/** Appends the states to the coding's history, in this order. */
export async function writeHistory(tx: Transaction, coding: Owner, actorId: string, entries: Entry[]): Promise<void> {
  const records = entries.map(({ mutationId, row }) => ({
    ...{ mutationId, kind: row.kind, rowId: row.id, version: row.version, state: row },
  }))
  await tx.$executeRaw`
    INSERT INTO "AnnotationHistory" ("studyId", "codingId", "kind", "rowId", "version", "mutationId", "state", "actorId", "at")
    SELECT ${coding.studyId}::uuid, ${coding.id}::uuid, (r.item ->> 'kind')::"CodedRowKind", (r.item ->> 'rowId')::uuid,
      (r.item ->> 'version')::integer, (r.item ->> 'mutationId')::uuid, r.item -> 'state', ${actorId}::uuid,
      ${new Date().toISOString()}::timestamp
    FROM jsonb_array_elements(${JSON.stringify(records)}::jsonb) WITH ORDINALITY AS r(item, place)
    ORDER BY r.place`
}
