import type { Membership } from '../../../../prisma/generated/client'
import type { ReviewedCoding } from '../../../coding/review/reviewed-document'
import { db } from '../../../db'
import type { ReviewVersions } from '../review/reviewed-documents'
import { readSubmittedParts } from '../submitted-parts'

interface Row {
  id: string
  documentId: string
  revision: number
  version: string
  nothingToCode: boolean
}

/** What one coder submitted last of each of these documents, by document: nobody else's work is read. */
export async function readOwnCodings(
  { id: coderId, pseudonym }: Pick<Membership, 'id' | 'pseudonym'>,
  roundId: string,
  documentIds: readonly string[],
  { names }: ReviewVersions,
): Promise<Map<string, ReviewedCoding>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT DISTINCT ON (c."documentId") c."id"::text AS "id", c."documentId"::text AS "documentId", c."revision",
      v."version", c."nothingToCode"
    FROM "Coding" c JOIN "CodebookVersion" v ON v."id" = c."codebookVersionId"
    WHERE c."roundId" = ${roundId}::uuid AND c."coderId" = ${coderId}::uuid AND c."kind" = 'human'
      AND c."documentId" = ANY(${[...documentIds]}::uuid[]) AND c."submittedAt" IS NOT NULL
    ORDER BY c."documentId", c."revision" DESC`
  const named = rows.map(({ id, version }) => ({ id, names: names.get(version) }))
  const { annotations, links, answers } = await readSubmittedParts(named, db())
  return new Map(
    rows.map(({ id, documentId, revision, version, nothingToCode }) => [
      documentId,
      {
        ...{ codingId: id, coder: pseudonym, revision, codebookVersion: version, nothingToCode },
        ...{ annotations: annotations.get(id) ?? [], links: links.get(id) ?? [], answers: answers.get(id) ?? [] },
      },
    ]),
  )
}
