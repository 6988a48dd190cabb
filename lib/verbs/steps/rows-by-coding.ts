import { Prisma } from '../../../prisma/generated/client'

/**
 * The live annotations "a" of these codings with their codes "k", in the order of the text: what stands behind SELECT.
 * @param more begins with AND
 */
export function liveAnnotations(codingIds: readonly string[], more: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    FROM "Annotation" a JOIN "Code" k ON k."codebookVersionId" = a."codebookVersionId" AND k."id" = a."codeId"
    WHERE a."codingId" = ANY(${[...codingIds]}::uuid[]) AND a."deletedAt" IS NULL ${more}
    ORDER BY a."start", a."end", a."id"`
}

/** What is read out of rows, by the codings they are of, in their order. */
export function byCoding<Row extends { codingId: string }, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.codingId)
    if (group) group.push(read(row))
    else groups.set(row.codingId, [read(row)])
  }
  return groups
}
