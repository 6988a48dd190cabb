import { Prisma } from '../../../../prisma/generated/client'
import { documentNumber } from '../../../coding/export-ids'
import type { ReviewFilters } from '../../../coding/review/review-filters'
import { agreementSeverity } from '../../../coding/review/severity'
import { AppError } from '../../../errors'
import type { RoundToReview } from './review-rounds'

/** The filters of the queue as conditions on "Cluster" c. */

/** Of the filters that have counts beside their values, each alone; the others together. */
export interface ClusterConditions {
  type: Prisma.Sql
  state: Prisma.Sql
  code: Prisma.Sql
  cause: Prisma.Sql
  others: Prisma.Sql
}

const always = Prisma.sql`true`

function typeCondition(type: ReviewFilters['type']): Prisma.Sql {
  if (type === undefined) return Prisma.sql`c."severity" < ${agreementSeverity}`
  return type === 'agreed' ? Prisma.sql`c."severity" = ${agreementSeverity}` : Prisma.sql`${type} = ANY(c."types")`
}

function stateCondition(state: ReviewFilters['state']): Prisma.Sql {
  if (state === 'all') return always
  // Word for word as in the index of what is to be decided.
  if (state === undefined) return Prisma.sql`c."state" <> 'decided'`
  return Prisma.sql`c."state" = ${state}::"ReviewState"`
}

function documentCondition(studyId: string, document: string): Prisma.Sql {
  const number = documentNumber(document)
  if (number !== null) return Prisma.sql`c."number" = ${number}`
  return Prisma.sql`c."documentId" = ANY(ARRAY(
    SELECT "id" FROM "Document" WHERE "studyId" = ${studyId}::uuid AND "id"::text = ${document}))`
}

function assigneeCondition(roundId: string, assignee: string, readerId: string): Prisma.Sql {
  const assigned = Prisma.sql`SELECT a."documentId" FROM "ReviewAssignment" a WHERE a."roundId" = ${roundId}::uuid`
  if (assignee === 'nobody') return Prisma.sql`c."documentId" <> ALL(ARRAY(${assigned}))`
  const assigneeId = assignee === 'me' ? readerId : assignee
  return Prisma.sql`c."documentId" = ANY(ARRAY(${assigned} AND a."assigneeId" = ${assigneeId}::uuid))`
}

/** Which coders differ says who coded what. */
function refuseHiddenPair({ showNames }: RoundToReview, pair: string | undefined): void {
  if (pair === undefined || showNames) return
  const message = 'Names are hidden in this round, so its disagreements cannot be filtered by coders.'
  throw new AppError('invalid', message, { fields: { pair: message } })
}

/**
 * @param readerId the member who asks
 * @throws AppError invalid for a pair of coders while names are hidden
 */
export function clusterConditions(round: RoundToReview, filters: ReviewFilters, readerId: string): ClusterConditions {
  const { type, state, code, cause, pair, document, severity, assignee, kind } = filters
  refuseHiddenPair(round, pair)
  const others = [
    ...(pair === undefined ? [] : [Prisma.sql`${pair} = ANY(c."pairs")`]),
    ...(document === undefined ? [] : [documentCondition(round.studyId, document)]),
    ...(severity === undefined ? [] : [Prisma.sql`c."severity" = ${severity}`]),
    ...(assignee === undefined ? [] : [assigneeCondition(round.id, assignee, readerId)]),
    ...(kind === undefined ? [] : [Prisma.sql`c."kind" = ${kind}::"ClusterKind"`]),
  ]
  return {
    type: typeCondition(type),
    state: stateCondition(state),
    code: code === undefined ? always : Prisma.sql`${code} = ANY(c."codes")`,
    cause: cause === undefined ? always : Prisma.sql`c."cause" = ${cause}`,
    others: others.length === 0 ? always : Prisma.join(others, ' AND '),
  }
}

/** All of them at once, in this round. */
export function allOf({ id }: RoundToReview, conditions: ClusterConditions): Prisma.Sql {
  const { type, state, code, cause, others } = conditions
  return Prisma.sql`c."roundId" = ${id}::uuid AND ${state} AND ${type} AND ${code} AND ${cause} AND ${others}`
}
