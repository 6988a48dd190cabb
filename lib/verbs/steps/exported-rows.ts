import type { AttributeValue, Segment } from '../../coding/annotation'
import type { Codebook } from '../../coding/codebook'
import { canonicalAttributes, canonicalVariable, type NamedEntities, namedEntities } from '../../coding/entity-names'
import { db } from '../../db'
import type { ExportedAnnotation } from '../../formats/annotations-csv'
import type { ExportedRelation } from '../../formats/relations-csv'
import type { ExportedAnswer } from '../../formats/variables-csv'
import { toCodebook } from './codebook-rows'
import { readEntityNames } from './entity-rows'
import type { SubmittedCoding } from './submitted-codings'

/** What submitted codings say, as the tables of the exports take it. */

/** A version of the codebook, and by which names its entities are compared. */
interface Version {
  codebook: Codebook
  names: NamedEntities
}

/** The versions of these codings by id, in the order in which they were published. */
export async function versionsOf(studyId: string, codings: SubmittedCoding[]): Promise<Map<string, Version>> {
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

/** Sorts what rows become by the document of their coding; rows of other codings are left out. */
function byDocument<Row extends { codingId: string }, Made>(
  rows: readonly Row[],
  codings: readonly SubmittedCoding[],
  make: (row: Row, coding: SubmittedCoding) => Made | undefined,
): Map<string, Made[]> {
  const byId = new Map(codings.map((coding) => [coding.id, coding]))
  const made = new Map<string, Made[]>()
  for (const row of rows) {
    const coding = byId.get(row.codingId)
    const one = coding && make(row, coding)
    if (!coding || one === undefined) continue
    const list = made.get(coding.documentId) ?? []
    list.push(one)
    made.set(coding.documentId, list)
  }
  return made
}

const liveOf = (studyId: string, codings: readonly SubmittedCoding[]) => ({
  studyId,
  codingId: { in: codings.map(({ id }) => id) },
  deletedAt: null,
})

/** The live annotations of these codings, by document. */
export async function readExportedAnnotations(
  studyId: string,
  codings: readonly SubmittedCoding[],
  versions: ReadonlyMap<string, Version>,
): Promise<Map<string, ExportedAnnotation[]>> {
  const rows = await db().annotation.findMany({
    where: liveOf(studyId, codings),
    include: { code: { select: { key: true, family: true } } },
  })
  return byDocument(rows, codings, (row, { coder, round, codebookVersionId }) => {
    const version = versions.get(codebookVersionId)
    const attributes = row.attributes as Record<string, AttributeValue>
    return (
      version && {
        ...{ id: row.id, coder, round, unsure: row.unsure, createdAt: row.createdAt },
        ...{ family: row.code.family, code: row.code.key, segments: row.segments as Segment[] },
        codebookVersion: version.codebook.version,
        ...{ attributes, compared: canonicalAttributes(attributes, version.names) },
      }
    )
  })
}

/** The live links of these codings, by document. */
export async function readExportedRelations(
  studyId: string,
  codings: readonly SubmittedCoding[],
): Promise<Map<string, ExportedRelation[]>> {
  const rows = await db().annotationLink.findMany({ where: liveOf(studyId, codings) })
  return byDocument(rows, codings, ({ id, relation, fromId: from, toId: to }, { coder, round }) => ({
    ...{ id, coder, round, relation, from, to },
  }))
}

/** The live answers of these codings about their documents, by document. */
export async function readExportedAnswers(
  studyId: string,
  codings: readonly SubmittedCoding[],
  versions: ReadonlyMap<string, Version>,
): Promise<Map<string, ExportedAnswer[]>> {
  const rows = await db().variableValue.findMany({ where: liveOf(studyId, codings) })
  return byDocument(rows, codings, (row, { coder, round, codebookVersionId }) => {
    const version = versions.get(codebookVersionId)
    const given = { variable: row.variable, value: row.value as AttributeValue }
    return (
      version && {
        ...{ ...given, coder, round, codebookVersion: version.codebook.version },
        compared: canonicalVariable(given, version.names).value,
      }
    )
  })
}
