import type { AttributeValue } from '../../coding/annotation'
import { canonicalAttributes, canonicalVariable, type NamedEntities } from '../../coding/entity-names'
import type { SubmittedAnnotation, SubmittedAnnotations } from '../../coding/statistics/submitted-annotations'
import type { ComparedDocument } from '../../computing/tasks'
import { db } from '../../db'
import type { SampleDocument } from './reliability-sample'
import { readDocuments } from './submitted-codings'

/**
 * The live annotations of these codings, as they are compared: entities by their canonical names. Not by Prisma's own
 * query, which takes four times as long for so many rows.
 */
export async function readSubmittedAnnotations(studyId: string, codingIds: readonly string[], names: NamedEntities) {
  const rows = await db().$queryRaw<(SubmittedAnnotation & { codingId: string })[]>`
    SELECT a."codingId"::text AS "codingId", k."key" AS "code", a."segments", a."attributes", a."unsure"
    FROM "Annotation" a JOIN "Code" k ON k."codebookVersionId" = a."codebookVersionId" AND k."id" = a."codeId"
    WHERE a."studyId" = ${studyId}::uuid AND a."codingId" = ANY(${codingIds}::uuid[]) AND a."deletedAt" IS NULL
    ORDER BY a."start", a."end", a."id"`
  return grouped(rows, ({ codingId: _, ...annotation }): SubmittedAnnotation => {
    return { ...annotation, attributes: canonicalAttributes(annotation.attributes, names) }
  })
}

async function readVariables(studyId: string, codingIds: readonly string[], names: NamedEntities) {
  const rows = await db().variableValue.findMany({
    where: { studyId, codingId: { in: [...codingIds] }, deletedAt: null },
    select: { codingId: true, variable: true, value: true },
    orderBy: { variable: 'asc' },
  })
  return grouped(rows, ({ variable, value }) => canonicalVariable({ variable, value: value as AttributeValue }, names))
}

function grouped<Row extends { codingId: string }, Value>(rows: readonly Row[], read: (row: Row) => Value) {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.codingId)
    if (group) group.push(read(row))
    else groups.set(row.codingId, [read(row)])
  }
  return groups
}

/**
 * These documents of a sample with what their coders submitted, entities by their canonical names; a page at a time, so
 * that no study fills the memory.
 */
export async function* readComparedDocuments(
  studyId: string,
  sampled: readonly SampleDocument[],
  names: NamedEntities,
): AsyncGenerator<ComparedDocument[]> {
  const byId = new Map(sampled.map((document) => [document.id, document]))
  for await (const page of readDocuments(studyId, [...byId.keys()])) {
    const codings = new Map(page.map(({ id }) => [id, byId.get(id)?.codings ?? []]))
    const codingIds = [...codings.values()].flatMap((ofDocument) => ofDocument.map(({ id }) => id))
    const [annotations, variables] = await Promise.all([
      readSubmittedAnnotations(studyId, codingIds, names),
      readVariables(studyId, codingIds, names),
    ])
    yield page.map((document) => ({
      document,
      codings: (codings.get(document.id) ?? []).map(
        ({ id, coder }): SubmittedAnnotations => ({
          coder,
          annotations: annotations.get(id) ?? [],
          variables: variables.get(id) ?? [],
        }),
      ),
    }))
  }
}
