import type { Round } from '../../../../prisma/generated/client'
import { reviewSwitchesSchema } from '../../../coding/review/review-switches'
import { db, type Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { unknown } from '../rounds-of-report'

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

/**
 * The round asked for by its number; the last one unless said.
 * @throws AppError invalid naming the rounds there are; conflict when the study has none
 */
export function roundAskedFor(rounds: readonly RoundToReview[], number?: number): RoundToReview {
  const last = rounds.at(-1)
  if (!last) throw new AppError('conflict', 'This study has no round yet. Plan one first.')
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
