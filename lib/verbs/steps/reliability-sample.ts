import { Prisma } from '../../../prisma/generated/client'
import { documentNumber } from '../../coding/export-ids'
import { db } from '../../db'
import { drawnCodings, ofDocuments } from './drawn-codings'
import type { SampleChoice } from './sample-choice'

/** The codings that a report compares, document by document. Codings of different versions are never pooled. */
export interface ReliabilitySample
  extends Pick<SampleChoice, 'codebookVersionId' | 'codebook' | 'names' | 'namesKey' | 'scope'> {
  /** By number; those that nobody submitted included. */
  documents: SampleDocument[]
}

export interface SampleDocument {
  id: string
  number: number
  sha256: string
  /** BCP 47 tag. */
  language: string
  /** Submitted under the version of the report: at most one per coder, sorted by coder. */
  codings: SubmittedCoding[]
}

/** First submission of one coder. It never changes. */
export interface SubmittedCoding {
  id: string
  coder: string
  submittedAt: string
}

/**
 * Reads the codings of a sample, of which there may be very many.
 * @param document id or name (D0001) of the one document to read, as if the sample held no other
 */
export async function readReliabilitySample(choice: SampleChoice, document?: string): Promise<ReliabilitySample> {
  const { studyId, codebookVersionId, codebook, names, namesKey, scope } = choice
  const oneDocument = document === undefined ? Prisma.empty : ofDocuments(studyId, named(document))
  // A coding of an earlier round comes first.
  const documents = await db().$queryRaw<SampleDocument[]>`
    SELECT d."id"::text AS "id", d."number", d."sha256", d."language",
      coalesce(json_agg(json_build_object('id', c."id", 'coder', m."pseudonym", 'submittedAt', c."submittedAt")
        ORDER BY m."pseudonym" COLLATE "C", r."number"
      ) FILTER (WHERE c."submittedAt" IS NOT NULL AND c."codebookVersionId" = ${codebookVersionId}::uuid), '[]') AS "codings"
    FROM "Coding" c
      JOIN "Document" d ON d."id" = c."documentId"
      JOIN "Membership" m ON m."id" = c."coderId"
      JOIN "Round" r ON r."id" = c."roundId"
    WHERE ${drawnCodings(choice)} ${oneDocument}
    GROUP BY d."id" ORDER BY d."number"`
  return {
    ...{ codebookVersionId, codebook, names, namesKey, scope },
    documents: documents.map(({ codings, ...rest }) => ({ ...rest, codings: firstOfEach(codings) })),
  }
}

/** A condition on "Document": by its id, or by its name in exports. */
function named(document: string): Prisma.Sql {
  const number = documentNumber(document)
  return number === null ? Prisma.sql`"id"::text = ${document}` : Prisma.sql`"number" = ${number}`
}

/** The first submission of each coder. */
function firstOfEach(codings: readonly SubmittedCoding[]): SubmittedCoding[] {
  const first = new Map<string, SubmittedCoding>()
  for (const coding of codings) if (!first.has(coding.coder)) first.set(coding.coder, coding)
  return [...first.values()]
}
