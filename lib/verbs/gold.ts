import type { Cause, Method, Outcome } from '../coding/review/decision'
import type { Gold } from '../coding/review/gold'
import { AppError } from '../errors'
import { type Actor, authorize } from './steps/authorize'
import { type DocumentGold, readGolds } from './steps/review/document-golds'
import { listRoundsToReview, type RoundToReview } from './steps/review/review-rounds'
import { listReviewable } from './steps/review/reviewable-documents'
import { readReviewVersions } from './steps/review/reviewed-documents'

/** Why a piece of gold is as it is. */
interface GoldDecision {
  outcome: Outcome
  method: Method
  by: string
  cause: Cause | null
  rationale: string
  /** ISO time. */
  decidedAt: string
}

/** The gold of a document in one round, with the decisions that it rests on by their ids. */
export interface GoldView extends Gold {
  documentId: string
  round: { id: string; number: number; title: string }
  decisions: Record<string, GoldDecision>
}

/** The round asked for, else the last one in which the document can be reviewed. */
async function roundOf(studyId: string, documentId: string, roundId?: string): Promise<RoundToReview | undefined> {
  const rounds = await listRoundsToReview(studyId)
  for (const round of rounds.reverse()) {
    if (roundId !== undefined && round.id !== roundId) continue
    if ((await listReviewable({ studyId, roundId: round.id, documentId })).length > 0) return round
  }
  return undefined
}

function decisionsOf({ gold, decisions }: DocumentGold): GoldView['decisions'] {
  const used = new Set([...gold.annotations, ...gold.answers].map(({ decisionId }) => decisionId))
  return Object.fromEntries(
    decisions.flatMap(({ id, outcome, method, by, cause, rationale, decidedAt }) => {
      if (!used.has(id)) return []
      return [[id, { outcome, method, by, cause, rationale, decidedAt: decidedAt.toISOString() }] as const]
    }),
  )
}

/**
 * The gold of one document, derived from what its coders submitted and what was decided. While names are hidden it does not
 * say whose annotations it comes from.
 * @param input.roundId the last round in which the document can be reviewed unless said
 * @throws AppError forbidden for coders and others who still code; not_found for a document that somebody has still to
 *   submit, or that there is not
 */
export async function readGold(
  actor: Actor,
  input: { studyId: string; documentId: string; roundId?: string },
): Promise<GoldView> {
  const { studyId } = await authorize(actor, input.studyId, 'review.read')
  const { documentId, roundId } = input
  const round = await roundOf(studyId, documentId, roundId)
  const [found] = round ? await readGolds(round, [documentId], await readReviewVersions(studyId)) : []
  if (!found) {
    throw new AppError('not_found', 'This document has no gold: it does not exist, or somebody has still to submit it.')
  }
  const { id, number, title, showNames } = found.round
  const annotations = found.gold.annotations.map((one) => (showNames ? one : { ...one, coders: [] }))
  return { ...found.gold, annotations, documentId, round: { id, number, title }, decisions: decisionsOf(found) }
}
