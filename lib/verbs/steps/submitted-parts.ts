import { Prisma } from '../../../prisma/generated/client'
import type { AttributeValue } from '../../coding/annotation'
import { canonicalAttributes, canonicalVariable, type NamedEntities } from '../../coding/entity-names'
import type { ReviewedAnnotation, ReviewedAnswer, ReviewedLink } from '../../coding/review/reviewed-document'
import type { Transaction } from '../../db'
import { byCoding, liveAnnotations } from './rows-by-coding'

/** What is in submitted codings, as the review compares it. Raw SQL: Prisma's own queries take several times as long. */

/** A coding with the names by which what is in it is compared. */
export interface NamedCoding {
  id: string
  names: NamedEntities | undefined
}

/** What was submitted, by the id of its coding. */
export interface SubmittedParts {
  annotations: Map<string, ReviewedAnnotation[]>
  links: Map<string, ReviewedLink[]>
  answers: Map<string, ReviewedAnswer[]>
}

type OfCoding = { codingId: string }
type NamesOf = (codingId: string) => NamedEntities | undefined

/** Of these annotations only, and the links at them, where they are named. */
type Only = readonly string[] | undefined

async function readAnnotations(codingIds: string[], namesOf: NamesOf, only: Only, reader: Transaction) {
  const some = only === undefined ? Prisma.empty : Prisma.sql`AND a."id" = ANY(${only}::uuid[])`
  const rows = await reader.$queryRaw<(Omit<ReviewedAnnotation, 'compared'> & OfCoding)[]>`
    SELECT a."codingId"::text AS "codingId", a."id"::text AS "id", a."lineageId"::text AS "lineageId", k."key" AS "code",
      a."segments", a."attributes", a."note", a."unsure"
    ${liveAnnotations(codingIds, some)}`
  return byCoding(rows, ({ codingId, ...annotation }): ReviewedAnnotation => {
    const names = namesOf(codingId)
    const { attributes } = annotation
    return { ...annotation, compared: names ? canonicalAttributes(attributes, names) : attributes }
  })
}

async function readLinks(codingIds: string[], only: Only, reader: Transaction) {
  const some =
    only === undefined
      ? Prisma.empty
      : Prisma.sql`AND (l."fromId" = ANY(${only}::uuid[]) OR l."toId" = ANY(${only}::uuid[]))`
  const rows = await reader.$queryRaw<(ReviewedLink & OfCoding)[]>`
    SELECT l."codingId"::text AS "codingId", l."id"::text AS "id", l."relation", l."fromId"::text AS "from",
      l."toId"::text AS "to"
    FROM "AnnotationLink" l WHERE l."codingId" = ANY(${codingIds}::uuid[]) AND l."deletedAt" IS NULL ${some}
    ORDER BY l."id"`
  return byCoding(rows, ({ codingId: _, ...link }): ReviewedLink => link)
}

async function readAnswers(codingIds: string[], namesOf: NamesOf, reader: Transaction) {
  const rows = await reader.$queryRaw<({ variable: string; value: AttributeValue } & OfCoding)[]>`
    SELECT v."codingId"::text AS "codingId", v."variable", v."value"
    FROM "VariableValue" v WHERE v."codingId" = ANY(${codingIds}::uuid[]) AND v."deletedAt" IS NULL
    ORDER BY v."variable" COLLATE "C"`
  return byCoding(rows, ({ codingId, variable, value }): ReviewedAnswer => {
    const names = namesOf(codingId)
    return { variable, value, compared: names ? canonicalVariable({ variable, value }, names).value : value }
  })
}

/** Which parts to read; all unless said. */
interface Wanted {
  /** Ids of annotations: these only, and the links at them. */
  annotationIds?: readonly string[]
  /** Answers alone, or all but them. */
  answers?: 'only' | 'none'
}

/** What these codings say, deleted rows left out. */
export async function readSubmittedParts(
  codings: readonly NamedCoding[],
  reader: Transaction,
  { annotationIds, answers }: Wanted = {},
): Promise<SubmittedParts> {
  const ids = codings.map(({ id }) => id)
  const names = new Map(codings.map((coding) => [coding.id, coding.names]))
  const namesOf: NamesOf = (codingId) => names.get(codingId)
  // One after the other: a transaction has one connection.
  const isOther = answers !== 'only'
  return {
    annotations: isOther ? await readAnnotations(ids, namesOf, annotationIds, reader) : new Map(),
    links: isOther ? await readLinks(ids, annotationIds, reader) : new Map(),
    answers: answers === 'none' ? new Map() : await readAnswers(ids, namesOf, reader),
  }
}
