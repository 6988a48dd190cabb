import type { Codebook } from '../../../coding/codebook'
import type { DocumentView } from '../../../coding/coding-view'
import { type EntityNames, type NamedEntities, namedEntities } from '../../../coding/entity-names'
import type { IneligibleClaim, ReviewedCoding, ReviewedDocument } from '../../../coding/review/reviewed-document'
import { db, type Transaction } from '../../../db'
import { readEntityNames } from '../entity-rows'
import { readCodebooks } from '../published-codebooks'
import { readSubmittedParts } from '../submitted-parts'
import { readLetterSecret } from './letter-secret'

/** Reads what the review compares. Raw SQL: Prisma's own queries take several times as long for so many rows. */

/** A document as its clusters are made from it, with what else is kept of it. */
export interface DocumentToReview {
  reviewed: ReviewedDocument
  document: Pick<
    DocumentView,
    'id' | 'number' | 'title' | 'text' | 'length' | 'regions' | 'paragraphs' | 'sentences' | 'tokens'
  >
}

/** What the review of all documents of a study goes by: first of all the versions of its codebook. Read once for many. */
export interface ReviewVersions {
  /** By version, as 1.0.0. */
  codebooks: ReadonlyMap<string, Codebook>
  names: ReadonlyMap<string, NamedEntities>
  /** The names that the lead approved. */
  entities: EntityNames[]
  /** Of the study; see ReviewedDocument. */
  secret: string
}

/** The versions of a study's codebook, with the names that its lead approved. */
export async function readReviewVersions(studyId: string, reader: Transaction = db()): Promise<ReviewVersions> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT "id"::text AS "id" FROM "CodebookVersion" WHERE "studyId" = ${studyId}::uuid AND "state" = 'published'`
  const codebooks = await readCodebooks(
    rows.map(({ id }) => id),
    reader,
  )
  const entities = await readEntityNames(studyId, reader)
  const secret = await readLetterSecret(reader, studyId)
  return {
    codebooks: new Map(codebooks.map((codebook) => [codebook.version, codebook])),
    names: new Map(codebooks.map((codebook) => [codebook.version, namedEntities(codebook, entities)])),
    entities,
    secret,
  }
}

interface CodingRow {
  id: string
  documentId: string
  coder: string
  revision: number
  version: string
  nothingToCode: boolean
  isSubmitted: boolean
  ineligibleReason: string | null
  isConfirmed: boolean
}

/** Every revision that was submitted or is held not eligible, by document, coder and revision. */
function readCodings(studyId: string, roundId: string, documentIds: readonly string[], reader: Transaction) {
  return reader.$queryRaw<CodingRow[]>`
    SELECT c."id"::text AS "id", c."documentId"::text AS "documentId", m."pseudonym" AS "coder", c."revision",
      v."version", c."nothingToCode", c."submittedAt" IS NOT NULL AS "isSubmitted", c."ineligibleReason",
      c."ineligibleConfirmedAt" IS NOT NULL AS "isConfirmed"
    FROM "Coding" c JOIN "Membership" m ON m."id" = c."coderId" JOIN "CodebookVersion" v ON v."id" = c."codebookVersionId"
    WHERE c."studyId" = ${studyId}::uuid AND c."roundId" = ${roundId}::uuid AND c."kind" = 'human'
      AND c."documentId" = ANY(${documentIds}::uuid[])
      AND (c."submittedAt" IS NOT NULL OR c."ineligibleReason" IS NOT NULL)
    ORDER BY c."documentId", m."pseudonym" COLLATE "C", c."revision"`
}

/** What the coders of one document are to its review. */
interface Parties {
  codings: CodingRow[]
  ineligible: IneligibleClaim[]
}

/**
 * Of each coder the last word: the newest submitted revision, or that the document is not eligible. Whose claim the lead
 * confirmed is no party.
 */
function partiesOf(rows: readonly CodingRow[]): Parties {
  const last = new Map(rows.map((row) => [row.coder, row]))
  const parties = [...last.values()].filter((row) => !row.isConfirmed)
  return {
    codings: parties.filter(({ isSubmitted }) => isSubmitted),
    ineligible: parties.flatMap(({ id, coder, revision, version, isSubmitted, ineligibleReason }) =>
      isSubmitted ? [] : [{ codingId: id, coder, revision, codebookVersion: version, reason: ineligibleReason ?? '' }],
    ),
  }
}

type DocumentRow = DocumentToReview['document'] & { language: string }

/** As JSON: Prisma takes seven times as long for arrays of numbers, of which a text has thousands. */
function readTexts(ids: readonly string[], reader: Transaction) {
  return reader.$queryRaw<DocumentRow[]>`
    SELECT "id"::text AS "id", "number", "title", "text", "length", "language", "regions", to_json("paragraphs") AS "paragraphs",
      to_json("sentences") AS "sentences", to_json("tokens") AS "tokens"
    FROM "Document" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "number"`
}

/**
 * These documents of a round in the order of their numbers, each with the newest submitted revision of every coder. Of one
 * page at a time: all of a study would fill the memory.
 */
export async function readReviewedDocuments(
  { studyId, roundId }: { studyId: string; roundId: string },
  documentIds: readonly string[],
  versions: ReviewVersions,
  reader: Transaction = db(),
): Promise<DocumentToReview[]> {
  const rows = await readCodings(studyId, roundId, documentIds, reader)
  const parties = new Map(
    documentIds.map((id) => [id, partiesOf(rows.filter(({ documentId }) => documentId === id))] as const),
  )
  const codings = [...parties.values()].flatMap((ofDocument) => ofDocument.codings)
  const named = codings.map(({ id, version }) => ({ id, names: versions.names.get(version) }))
  const texts = await readTexts(documentIds, reader)
  const { annotations, links, answers } = await readSubmittedParts(named, reader)
  return texts.map(({ language, ...document }) => {
    const { codings: ofDocument = [], ineligible = [] } = parties.get(document.id) ?? {}
    const { text, length } = document
    return {
      document,
      reviewed: {
        ...{ roundId, documentId: document.id, secret: versions.secret, text, length, language, ineligible },
        codings: ofDocument.map(
          ({ id, coder, revision, version, nothingToCode }): ReviewedCoding => ({
            ...{ codingId: id, coder, revision, codebookVersion: version, nothingToCode },
            annotations: annotations.get(id) ?? [],
            links: links.get(id) ?? [],
            answers: answers.get(id) ?? [],
          }),
        ),
      },
    }
  })
}
