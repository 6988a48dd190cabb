import { z } from 'zod'
import type { Coding } from '../../prisma/generated/client'
import { db, type Transaction, transaction } from '../db'
import { AppError } from '../errors'
import { announceCoding } from './steps/announcements'
import { type Actor, authorize } from './steps/authorize'
import { lockOwnCoding, markOpened } from './steps/own-coding'

/** Body of POST /api/codings/:codingId/active: the total of one sitting so far. */
export const noteActiveTimeInput = z.strictObject({ sessionId: z.uuid(), seconds: z.int().min(0).max(31_536_000) })

/** A sitting lasts a day at most. */
const longestSitting = 24 * 60 * 60

/** Clocks tick apart, and a request takes its time. */
const slackSeconds = 60

/** More sittings than this on one document are a mistake of a program. */
const mostSittings = 1000

const secondsBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 1000)

/** So long can anybody have worked on it at all. What happens after the submission is no coding. */
function wallSeconds({ openedAt, submittedAt }: Coding, now: Date): number {
  return openedAt ? secondsBetween(openedAt, submittedAt ?? now) + slackSeconds : 0
}

/** What counts of a sitting: never less than before, and never more than the time that has passed. */
async function countSitting(
  tx: Transaction,
  coding: Coding,
  { sessionId, seconds }: z.infer<typeof noteActiveTimeInput>,
  now: Date,
): Promise<void> {
  const key = { codingId_sessionId: { codingId: coding.id, sessionId } }
  const known = await tx.activeTime.findUnique({ where: key })
  const bound = known ? secondsBetween(known.beganAt, now) + slackSeconds : wallSeconds(coding, now)
  const counted = Math.max(known?.seconds ?? 0, Math.min(seconds, bound, longestSitting))
  if (known) {
    await tx.activeTime.update({ where: key, data: { seconds: counted, reportedAt: now } })
    return
  }
  if ((await tx.activeTime.count({ where: { codingId: coding.id } })) >= mostSittings) {
    throw new AppError('invalid', `A coding has at most ${mostSittings} sittings. Go on in the one that is open.`)
  }
  const beganAt = new Date(now.getTime() - counted * 1000)
  const { id: codingId, studyId } = coding
  await tx.activeTime.create({ data: { codingId, sessionId, studyId, seconds: counted, beganAt, reportedAt: now } })
}

/**
 * Notes how long the coder has worked in this sitting. The greatest total of a sitting counts, so a report may come
 * twice or late; more than the time that has passed is not believed.
 * @returns what all sittings together come to, in seconds
 * @throws AppError not_found when the coding is not the actor's own
 */
export async function noteActiveTime(
  actor: Actor,
  input: { codingId: string } & z.infer<typeof noteActiveTimeInput>,
): Promise<{ activeSeconds: number }> {
  return transaction(async (tx) => {
    const isOpened = await markOpened(tx, await lockOwnCoding(tx, actor, input.codingId))
    const coding = await tx.coding.findUniqueOrThrow({ where: { id: input.codingId } })
    if (isOpened) await announceCoding(tx, coding)
    const now = new Date()
    await countSitting(tx, coding, input, now)
    const { _sum: sum } = await tx.activeTime.aggregate({ where: { codingId: coding.id }, _sum: { seconds: true } })
    // Two desks that are open side by side do not make two hours of one.
    const activeSeconds = Math.max(coding.activeSeconds, Math.min(sum.seconds ?? 0, wallSeconds(coding, now)))
    await tx.coding.update({ where: { id: coding.id }, data: { activeSeconds } })
    return { activeSeconds }
  })
}

/** Figures of fewer coders would tell of one of them. */
const fewestCoders = 3

/** How long first submissions of a round took, of all coders together. */
export interface RoundTime {
  number: number
  title: string
  /** Submitted codings whose time was measured. */
  codings: number
  totalSeconds: number
  medianSeconds: number
}

/**
 * How much time coding takes, by round: for planning, never by coder. A round in which fewer than three coders' time
 * was measured is left out: of one it would be that coder's, and of two a lead who codes could tell the other's.
 * @throws AppError forbidden for all but leads who are not blind
 */
export async function readActiveTime(actor: Actor, input: { studyId: string }): Promise<RoundTime[]> {
  const { studyId } = await authorize(actor, input.studyId, 'codings.manage')
  return db().$queryRaw<RoundTime[]>`
    SELECT r."number", r."title", count(*)::int AS "codings", sum(c."activeSeconds")::int AS "totalSeconds",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY c."activeSeconds") AS "medianSeconds"
    FROM "Coding" c JOIN "Round" r ON r."id" = c."roundId"
    WHERE c."studyId" = ${studyId}::uuid AND c."kind" = 'human' AND c."revision" = 0 AND c."submittedAt" IS NOT NULL
      AND c."activeSeconds" > 0
    GROUP BY r."id" HAVING count(DISTINCT c."coderId") >= ${fewestCoders}::int ORDER BY r."number"`
}
