import type { Round } from '../../../../prisma/generated/client'
import { reviewSwitchesSchema } from '../../../coding/review/review-switches'
import { db, type Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { unknown } from '../rounds-of-report'
import { isWaitedFor } from './reviewable-documents'

/** A round as far as its review is concerned. */
export type RoundToReview = Pick<Round, 'id' | 'studyId' | 'number' | 'title' | 'codebookVersionId' | 'releasedAt'> & {
  /** Whether reviewers see who coded what. */
  showNames: boolean
}

function toRound({ id, studyId, number, title, codebookVersionId, releasedAt, plan }: Round): RoundToReview {
  const { showNames } = reviewSwitchesSchema.parse(plan)
  return { id, studyId, number, title, codebookVersionId, releasedAt, showNames }
}

/** All rounds of a study by their numbers. */
export async function listRoundsToReview(studyId: string): Promise<RoundToReview[]> {
  return (await db().round.findMany({ where: { studyId }, orderBy: { number: 'asc' } })).map(toRound)
}

/** The last round that holds a document that can be reviewed. */
async function lastWithAny(studyId: string): Promise<number | undefined> {
  const [row] = await db().$queryRaw<{ number: number }[]>`
    SELECT r."number" FROM "Round" r
    WHERE r."studyId" = ${studyId}::uuid AND EXISTS (
      SELECT 1 FROM "Coding" done WHERE done."studyId" = r."studyId" AND done."roundId" = r."id" AND done."kind" = 'human'
        AND done."revision" = 0 AND (done."submittedAt" IS NOT NULL OR done."ineligibleReason" IS NOT NULL)
        AND done."ineligibleConfirmedAt" IS NULL AND NOT EXISTS (
          SELECT 1 FROM "Coding" c WHERE c."studyId" = done."studyId" AND c."roundId" = done."roundId"
            AND c."documentId" = done."documentId" AND c."kind" = 'human' AND ${isWaitedFor(studyId)}))
    ORDER BY r."number" DESC LIMIT 1`
  return row?.number
}

/**
 * The round asked for by its number; unless said the last one that holds anything to review, or where none does, the last.
 * @param rounds all of a study
 * @throws AppError invalid naming the rounds there are; conflict when the study has none
 */
export async function roundAskedFor(rounds: readonly RoundToReview[], asked?: number): Promise<RoundToReview> {
  const last = rounds.at(-1)
  if (!last) throw new AppError('conflict', 'This study has no round yet. Plan one first.')
  const number = asked ?? (rounds.length > 1 ? await lastWithAny(last.studyId) : undefined)
  const found = number === undefined ? last : rounds.find((round) => round.number === number)
  if (found) return found
  const known = rounds.map((round) => String(round.number))
  throw unknown('round', `Round ${number}`, 'rounds', known)
}

/** @throws AppError not_found for a round of another study */
export async function roundToReview(studyId: string, id: string, reader: Transaction = db()): Promise<RoundToReview> {
  const round = await reader.round.findUnique({ where: { studyId_id: { studyId, id } } })
  if (!round) throw new AppError('not_found', 'This round is not in the study.')
  return toRound(round)
}
