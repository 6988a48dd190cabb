import type { AttributeValue, Segment } from '../../coding/annotation'
import { canonicalAttributes, canonicalVariable, type NamedEntities } from '../../coding/entity-names'
import type { SubmittedAnnotation, SubmittedAnnotations } from '../../coding/statistics/submitted-annotations'
import type { ComparedDocument } from '../../computing/tasks'
import { db } from '../../db'
import type { SampleDocument } from './reliability-sample'
import { readDocuments } from './submitted-codings'

/** The live annotations of these codings, as they are compared: entities by their canonical names. */
export async function readSubmittedAnnotations(studyId: string, codingIds: readonly string[], names: NamedEntities) {
  const rows = await db().annotation.findMany({
    where: { studyId, codingId: { in: [...codingIds] }, deletedAt: null },
    select: { codingId: true, segments: true, attributes: true, unsure: true, code: { select: { key: true } } },
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
  })
  return grouped(rows, ({ segments, attributes, unsure, code }): SubmittedAnnotation => {
    const compared = canonicalAttributes(attributes as Attributes, names)
    return { code: code.key, segments: segments as Segment[], attributes: compared, unsure }
  })
}

type Attributes = Record<string, AttributeValue>

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
