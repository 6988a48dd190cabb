import { Prisma } from '../../../prisma/generated/client'
import type { AttributeValue } from '../../coding/annotation'
import { canonicalAttributes, canonicalVariable, type NamedEntities } from '../../coding/entity-names'
import type { SubmittedAnnotation, SubmittedAnnotations } from '../../coding/statistics/submitted-annotations'
import type { ComparedDocument } from '../../computing/tasks'
import { db } from '../../db'
import type { SampleDocument } from './reliability-sample'
import { byCoding, liveAnnotations } from './rows-by-coding'
import { readDocuments } from './submitted-codings'

/**
 * The live annotations of these codings, as they are compared: entities by their canonical names. Not by Prisma's own
 * query, which takes four times as long for so many rows.
 */
export async function readSubmittedAnnotations(studyId: string, codingIds: readonly string[], names: NamedEntities) {
  const rows = await db().$queryRaw<(SubmittedAnnotation & { codingId: string })[]>`
    SELECT a."codingId"::text AS "codingId", k."key" AS "code", a."segments", a."attributes", a."unsure"
    ${liveAnnotations(codingIds, Prisma.sql`AND a."studyId" = ${studyId}::uuid`)}`
  return byCoding(rows, ({ codingId: _, ...annotation }): SubmittedAnnotation => {
    return { ...annotation, attributes: canonicalAttributes(annotation.attributes, names) }
  })
}

/** Links between the annotations of these codings, by the places that `readSubmittedAnnotations` gives those. */
async function readLinks(studyId: string, codingIds: readonly string[]) {
  const rows = await db().$queryRaw<{ codingId: string; relation: string; from: number; to: number }[]>`
    WITH linked AS (
      SELECT "codingId", "relation", "fromId", "toId" FROM "AnnotationLink"
      WHERE "studyId" = ${studyId}::uuid AND "codingId" = ANY(${codingIds}::uuid[]) AND "deletedAt" IS NULL),
    placed AS (
      SELECT "codingId", "id", (row_number() OVER (PARTITION BY "codingId" ORDER BY "start", "end", "id"))::int - 1 AS "place"
      FROM "Annotation"
      WHERE "studyId" = ${studyId}::uuid AND "codingId" IN (SELECT "codingId" FROM linked) AND "deletedAt" IS NULL)
    SELECT l."codingId"::text AS "codingId", l."relation", f."place" AS "from", t."place" AS "to"
    FROM linked l JOIN placed f ON f."codingId" = l."codingId" AND f."id" = l."fromId"
      JOIN placed t ON t."codingId" = l."codingId" AND t."id" = l."toId"
    ORDER BY l."codingId", l."relation", f."place", t."place"`
  return byCoding(rows, ({ relation, from, to }) => ({ relation, from, to }))
}

async function readVariables(studyId: string, codingIds: readonly string[], names: NamedEntities) {
  const rows = await db().variableValue.findMany({
    where: { studyId, codingId: { in: [...codingIds] }, deletedAt: null },
    select: { codingId: true, variable: true, value: true },
    orderBy: { variable: 'asc' },
  })
  return byCoding(rows, ({ variable, value }) => canonicalVariable({ variable, value: value as AttributeValue }, names))
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
    const [annotations, links, variables] = await Promise.all([
      readSubmittedAnnotations(studyId, codingIds, names),
      readLinks(studyId, codingIds),
      readVariables(studyId, codingIds, names),
    ])
    yield page.map((document) => ({
      document,
      codings: (codings.get(document.id) ?? []).map(
        ({ id, coder }): SubmittedAnnotations => ({
          coder,
          annotations: annotations.get(id) ?? [],
          links: links.get(id) ?? [],
          variables: variables.get(id) ?? [],
        }),
      ),
    }))
  }
}
