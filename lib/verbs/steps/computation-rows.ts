import { randomUUID } from 'node:crypto'
import { type ComputationState, Prisma } from '../../../prisma/generated/client'
import { announce } from '../../changes'
import type { ComputationProgress } from '../../coding/agreement-request'
import type { ReportTexts } from '../../computing/tasks'
import { db, type Transaction, transaction } from '../../db'
import { AppError } from '../../errors'
import { lockStudy } from './study-lock'

/** How a computation lies in its table. All clocks are the database's, so that servers with different ones agree. */

/** Without a sign of life for so long, nobody works on it any more: its server was killed. */
const staleAfter = Prisma.sql`interval '20 seconds'`

const now = Prisma.sql`(clock_timestamp() AT TIME ZONE 'UTC')::timestamp(3)`

/** Computations of a study at the same time: each way to ask is another one, and any reader can ask in many ways. */
const mostAtOnce = 3

/** Finished reports that are kept for a study, the newest; the statistics they were made of stay cached anyway. */
const keptReports = 20

/** A computation as its readers see it. */
export interface ComputationRow {
  id: string
  state: ComputationState
  progress: number
  doing: string
  startedAt: Date
  finishedAt: Date | null
  report: string | null
  /** What it says of each document; null where it was not asked for, and where the report has it all. */
  byDocument: string | null
  error: string | null
  /** It says that it runs, but nobody works on it. */
  isStale: boolean
  /** In milliseconds, since it was started. */
  age: number
}

/**
 * The computation of this report, if there is one.
 * @param ofAllDocuments whether what it says of each document is read too, which may be very much
 */
export async function findComputation(
  studyId: string,
  key: string,
  ofAllDocuments: boolean,
): Promise<ComputationRow | undefined> {
  const [row] = await db().$queryRaw<ComputationRow[]>`
    SELECT "id"::text AS "id", "state"::text AS "state", "progress", "doing", "startedAt", "finishedAt", "report", "error",
      CASE WHEN ${ofAllDocuments} THEN "byDocument" END AS "byDocument",
      "state" = 'running' AND "heartbeatAt" < ${now} - ${staleAfter} AS "isStale",
      (extract(epoch FROM ${now} - "startedAt") * 1000)::float8 AS "age"
    FROM "AgreementComputation" WHERE "studyId" = ${studyId}::uuid AND "key" = ${key}`
  return row
}

/**
 * Makes the computation this server's own, unless another server was faster.
 * @param instead the row it takes the place of: a stale one, or one that ended without a report
 * @returns its new id, or undefined when it is somebody else's
 * @throws AppError conflict when as many other reports of the study are being computed as may be
 */
export async function claimComputation(studyId: string, key: string, instead?: string): Promise<string | undefined> {
  return transaction(async (tx) => {
    await lockStudy(tx, studyId)
    await requireRoom(tx, studyId, key)
    return insertComputation(tx, studyId, key, instead)
  })
}

async function requireRoom(tx: Transaction, studyId: string, key: string): Promise<void> {
  const others = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "AgreementComputation" WHERE "studyId" = ${studyId}::uuid AND "key" <> ${key}
      AND "state" = 'running' AND "heartbeatAt" >= ${now} - ${staleAfter}
    LIMIT ${mostAtOnce}`
  if (others.length < mostAtOnce) return
  throw new AppError('conflict', 'Three reports of this study are being computed. Wait, or cancel one.')
}

async function insertComputation(
  tx: Transaction,
  studyId: string,
  key: string,
  instead: string | undefined,
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "AgreementComputation" AS c ("id", "studyId", "key", "startedAt", "heartbeatAt")
    VALUES (${randomUUID()}::uuid, ${studyId}::uuid, ${key}, ${now}, ${now})
    ON CONFLICT ("studyId", "key") DO UPDATE SET
      "id" = EXCLUDED."id", "state" = 'running', "progress" = 0, "doing" = '', "startedAt" = EXCLUDED."startedAt",
      "heartbeatAt" = EXCLUDED."heartbeatAt", "finishedAt" = NULL, "report" = NULL, "byDocument" = NULL, "error" = NULL
    WHERE c."id" = ${instead ?? null}::uuid AND (c."state" <> 'running' OR c."heartbeatAt" < ${now} - ${staleAfter})
    RETURNING "id"::text AS "id"`
  return row?.id
}

/**
 * Gives a sign of life and says how far it is. It is not announced: every open page of the study would be read again each
 * time, while a page that waits for the report asks by itself.
 * @returns whether it is still this server's to compute: not when it was cancelled, or taken over after a long silence
 */
export async function beat(id: string, progress: number, doing: string): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE "AgreementComputation" SET "heartbeatAt" = ${now}, "progress" = ${progress}, "doing" = ${doing}
    WHERE "id" = ${id}::uuid AND "state" = 'running'`
  return count > 0
}

/** What a computation ended with. */
export type Ending = ReportTexts | { error: string } | 'cancelled'

/**
 * Ends the computation. One that ended before keeps its end.
 * @returns whether this ended it
 */
export async function endComputation(id: string, studyId: string, ending: Ending): Promise<boolean> {
  const state = ending === 'cancelled' ? 'cancelled' : 'report' in ending ? 'done' : 'failed'
  const { report, byDocument, error } = {
    report: null,
    byDocument: null,
    error: null,
    ...(ending === 'cancelled' ? {} : ending),
  }
  return transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE "AgreementComputation" SET "state" = ${state}::"ComputationState", "finishedAt" = ${now},
        "progress" = CASE WHEN ${state} = 'done' THEN 1 ELSE "progress" END, "report" = ${report},
        "byDocument" = ${byDocument}, "error" = ${error}
      WHERE "id" = ${id}::uuid AND "studyId" = ${studyId}::uuid AND "state" = 'running'`
    if (count === 0) return false
    await tx.$executeRaw`
      DELETE FROM "AgreementComputation" WHERE "id" IN (
        SELECT "id" FROM "AgreementComputation" WHERE "studyId" = ${studyId}::uuid AND "state" <> 'running'
        ORDER BY "startedAt" DESC OFFSET ${keptReports})`
    await announce(tx, { studyId, about: 'agreement' })
    return true
  })
}

/**
 * Forgets a computation that this server leaves, or whose report cannot be read: the next reader starts it anew. One that
 * is in another state by now stays: who cancelled it does not want it begun again.
 */
export async function forgetComputation(id: string, state: 'running' | 'done'): Promise<void> {
  await db().agreementComputation.deleteMany({ where: { id, state } })
}

/**
 * Notes that a report which was computed anew still cannot be read: it counts as failed, or every reader would begin anew.
 * @returns why it failed
 */
export async function failUnreadable(id: string): Promise<string> {
  const error = 'The report was computed twice, but what was stored of it cannot be read.'
  const data = { state: 'failed', report: null, byDocument: null, error } as const
  await db().agreementComputation.updateMany({ where: { id, state: 'done' }, data })
  return error
}

/** The computation as the person who waits is told of it. */
export function toProgress(
  row: Pick<ComputationRow, 'id' | 'progress' | 'doing' | 'startedAt' | 'error'>,
): ComputationProgress {
  const { id, progress, doing, startedAt, error } = row
  return { id, progress, doing, startedAt: startedAt.toISOString(), error }
}
