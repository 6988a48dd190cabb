import { z } from 'zod'
import type { Coding } from '../../prisma/generated/client'
import type { CodingState, CodingView, Ineligible } from '../coding/coding-view'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import { announceCoding } from './steps/announcements'
import { audit } from './steps/audit'
import { type Actor, authorize } from './steps/authorize'
import { isNewestRevision } from './steps/coding-revisions'
import { readCodingView } from './steps/coding-views'
import { type LiveRows, liveRows, requireAnswers } from './steps/complete-coding'
import { toIneligible } from './steps/ineligible'
import { isSubmitted, lockOwnCoding, markOpened, ownCoding } from './steps/own-coding'

/** Body of POST /api/codings/:codingId/submit. */
export const submitCodingInput = z.strictObject({ nothingToCode: z.boolean().default(false) })

/** One line of a coder's own list of work. */
export interface OwnCoding {
  id: string
  /** Place in the coder's own order of work, from 1. */
  index: number
  state: CodingState
  nothingToCode: boolean
  submittedAt: string | null
  revision: number
  ineligible: Ineligible | null
  document: { id: string; number: number; title: string; language: string; length: number; words: number }
}

type OwnCodingRow = Pick<OwnCoding, 'id' | 'state' | 'nothingToCode' | 'revision'> &
  Pick<Coding, 'submittedAt' | 'ineligibleReason' | 'ineligibleConfirmedAt'> & {
    documentId: string
    number: number
    title: string
    language: string
    length: number
    words: number
  }

function toOwnCoding(row: OwnCodingRow, index: number): OwnCoding {
  const { id, state, nothingToCode, revision, submittedAt } = row
  const { documentId, number, title, language, length, words } = row
  return {
    ...{ id, index: index + 1, state, nothingToCode, revision, ineligible: toIneligible(row) },
    submittedAt: submittedAt?.toISOString() ?? null,
    document: { id: documentId, number, title, language, length, words },
  }
}

/**
 * The actor's own codings in their own order, of each the newest revision: nobody else's progress is in it, nor can be
 * counted from it.
 */
export async function listMyCodings(actor: Actor, input: { studyId: string }): Promise<OwnCoding[]> {
  const membership = await authorize(actor, input.studyId, 'codings.do')
  const rows = await db().$queryRaw<OwnCodingRow[]>`
    SELECT c."id"::text AS "id", c."state"::text AS "state", c."nothingToCode", c."revision", c."submittedAt",
      c."ineligibleReason", c."ineligibleConfirmedAt", d."id"::text AS "documentId", d."number", d."title",
      d."language", d."length", cardinality(d."tokens") / 2 AS "words"
    FROM "Coding" c JOIN "Document" d ON d."id" = c."documentId"
    WHERE c."studyId" = ${membership.studyId}::uuid AND c."coderId" = ${membership.id}::uuid AND c."kind" = 'human'
      AND ${isNewestRevision}
    ORDER BY c."position", c."id"`
  return rows.map(toOwnCoding)
}

/**
 * The actor's own coding with its text, codebook and rows. Reading changes nothing: pages are fetched ahead of people.
 * @throws AppError not_found when it is not the actor's own
 */
export async function readCoding(actor: Actor, input: { codingId: string }): Promise<CodingView> {
  return readCodingView(await ownCoding(actor, input.codingId))
}

/**
 * Notes that the coder has begun: the first time counts. From then on the coding is finished in its codebook version.
 * @throws AppError not_found when it is not the actor's own
 */
export async function openCoding(actor: Actor, input: { codingId: string }): Promise<{ state: CodingState }> {
  await ownCoding(actor, input.codingId)
  return transaction(async (tx) => {
    const coding = await lockOwnCoding(tx, actor, input.codingId)
    if (!(await markOpened(tx, coding))) return { state: coding.state }
    await announceCoding(tx, coding)
    return { state: 'open' }
  })
}

function refuseIneligible({ ineligibleReason, ineligibleConfirmedAt }: Coding): void {
  if (ineligibleReason === null) return
  const next = ineligibleConfirmedAt ? 'The lead confirmed it: ask the lead.' : 'Take that back first.'
  throw new AppError('conflict', `You said that this text is not eligible, so it is not submitted. ${next}`)
}

interface Submitted {
  codingId: string
  state: CodingState
  nothingToCode: boolean
  submittedAt: string
}

function toSubmitted(coding: Coding): Submitted {
  const { id, state, nothingToCode, submittedAt } = coding
  return { codingId: id, state, nothingToCode, submittedAt: submittedAt?.toISOString() ?? '' }
}

function requireSomethingOrNothing(annotations: LiveRows['annotations'], nothingToCode: boolean): void {
  const problem =
    annotations.length === 0 && !nothingToCode
      ? 'Nothing is coded yet. Code at least one span, or say that there is nothing to code.'
      : annotations.length > 0 && nothingToCode
        ? 'There are annotations in this coding, so it cannot be submitted as having nothing to code.'
        : undefined
  if (problem) throw new AppError('invalid', problem, { fields: { nothingToCode: problem } })
}

/**
 * Submits the actor's own coding: after this nothing in it changes. Submitting the same way again gives the same answer.
 * @throws AppError invalid without annotations and without `nothingToCode`, with both, or when a required attribute, the
 *   main part of an annotation or an answer about the document is missing (each named in `fields`, as
 *   annotations.<id>.attributes.<key>, annotations.<id>.segments and variables.<key>; the latter also with nothing to
 *   code); conflict when submitted the other way before, or while the document is held not eligible
 */
export async function submitCoding(
  actor: Actor,
  input: { codingId: string; nothingToCode?: boolean },
): Promise<Submitted> {
  const nothingToCode = input.nothingToCode ?? false
  return transaction(async (tx) => {
    const coding = await lockOwnCoding(tx, actor, input.codingId)
    if (isSubmitted(coding)) {
      if (coding.nothingToCode === nothingToCode) return toSubmitted(coding)
      throw new AppError('conflict', 'This coding was submitted already. Reopen it to change it.')
    }
    refuseIneligible(coding)
    const rows = await liveRows(tx, coding)
    const { annotations } = rows
    requireSomethingOrNothing(annotations, nothingToCode)
    await requireAnswers(tx, coding, rows)
    const now = new Date()
    const submitted = await tx.coding.update({
      where: { id: coding.id },
      data: { state: 'submitted', submittedAt: now, openedAt: coding.openedAt ?? now, nothingToCode },
    })
    const detail = { codingId: coding.id, annotations: annotations.length, nothingToCode }
    await audit(tx, { actorId: actor.userId, studyId: coding.studyId, action: 'coding.submitted', detail })
    await announceCoding(tx, submitted)
    return toSubmitted(submitted)
  })
}
