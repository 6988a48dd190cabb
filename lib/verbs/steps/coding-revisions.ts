import { randomUUID } from 'node:crypto'
import { v5 as nameBasedId } from 'uuid'
import { type Coding, Prisma } from '../../../prisma/generated/client'
import type { Transaction } from '../../db'
import { readCodedRows, writeHistory } from './coded-rows'

/**
 * As a condition on "Coding" c: nobody reopened it. What a list of work shows of one coder, document and round is this
 * revision; reliability and exports read revision 0 instead.
 */
export const isNewestRevision = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Coding" later WHERE later."roundId" = c."roundId" AND later."documentId" = c."documentId"
    AND later."coderId" = c."coderId" AND later."revision" > c."revision")`

/** What all revisions of one coder's coding of one document in one round have in common. */
export function lineageOf({ roundId, documentId, coderId }: Pick<Coding, 'roundId' | 'documentId' | 'coderId'>) {
  return { roundId, documentId, coderId }
}

/** The last of the revisions that this coding is one of. */
export async function newestRevisionOf(reader: Transaction, coding: Coding): Promise<Coding> {
  return reader.coding.findFirstOrThrow({ where: lineageOf(coding), orderBy: { revision: 'desc' } })
}

/** Live rows under the same ids: the key of a row is its coding and its id. */
async function copyRows(tx: Transaction, from: Coding, to: Coding): Promise<void> {
  const now = new Date().toISOString()
  await tx.$executeRaw`
    INSERT INTO "Annotation" ("codingId", "id", "studyId", "codebookVersionId", "codeId", "lineageId", "start", "end",
      "segments", "attributes", "note", "unsure", "touched", "origin", "version", "createdAt", "updatedAt")
    SELECT ${to.id}::uuid, "id", "studyId", "codebookVersionId", "codeId", "lineageId", "start", "end", "segments",
      "attributes", "note", "unsure", "touched", "origin", 1, "createdAt", ${now}::timestamp
    FROM "Annotation" WHERE "codingId" = ${from.id}::uuid AND "deletedAt" IS NULL`
  await tx.$executeRaw`
    INSERT INTO "AnnotationLink" ("codingId", "id", "studyId", "relation", "fromId", "toId", "version", "createdAt",
      "updatedAt")
    SELECT ${to.id}::uuid, "id", "studyId", "relation", "fromId", "toId", 1, "createdAt", ${now}::timestamp
    FROM "AnnotationLink" WHERE "codingId" = ${from.id}::uuid AND "deletedAt" IS NULL`
  await tx.$executeRaw`
    INSERT INTO "VariableValue" ("codingId", "id", "studyId", "variable", "value", "version", "createdAt", "updatedAt")
    SELECT ${to.id}::uuid, "id", "studyId", "variable", "value", 1, "createdAt", ${now}::timestamp
    FROM "VariableValue" WHERE "codingId" = ${from.id}::uuid AND "deletedAt" IS NULL`
}

/**
 * Writes the next revision of a submitted coding: open, with a copy of the work, and out of reliability, which reads
 * first submissions only.
 * @param actorId who reopens it; the history of the copies begins in this name
 */
export async function insertNextRevision(
  tx: Transaction,
  coding: Coding,
  { reason, actorId }: { reason: string; actorId: string },
): Promise<Coding> {
  const { studyId, codebookVersionId, kind, batch, position, revision } = coding
  const next = await tx.coding.create({
    data: {
      ...{ ...lineageOf(coding), studyId, codebookVersionId, kind, batch, position },
      ...{ id: randomUUID(), revision: revision + 1, inIrr: false, reopenReason: reason },
      ...{ state: 'open', openedAt: new Date() },
    },
  })
  await copyRows(tx, coding, next)
  const rows = await readCodedRows(tx, next)
  const entries = rows.map((row) => ({ mutationId: nameBasedId(row.id, next.id), row }))
  await writeHistory(tx, next, actorId, entries)
  return next
}
