import { isDeepStrictEqual } from 'node:util'
import type { Decision, Membership } from '../../../../prisma/generated/client'
import type { AcceptedMember, DecidedGold, DecideInput } from '../../../coding/review/decision'
import { coderBehind, lettersOf } from '../../../coding/review/letters'
import type { Transaction } from '../../../db'
import { AppError } from '../../../errors'
import { readLetterSecret } from './letter-secret'

const taken = 'This id was given to another decision before. Give the decision a new one.'

/** The annotations named as accepted, as the record names them. */
function acceptedOf(
  { accepted }: DecideInput,
  { clusterId, inputRevisions }: Decision,
  letterSecret: string,
): AcceptedMember[] {
  const letters = lettersOf({ id: clusterId, readings: inputRevisions as { coder: string }[] }, letterSecret)
  return accepted.map(({ reading, annotationId }) => ({ coder: coderBehind(letters, reading) ?? '', annotationId }))
}

/** Whether the record says the same as what was sent. */
function saysSame(known: Decision, input: DecideInput, letterSecret: string): boolean {
  const { outcome, method, cause, rationale, inputKey } = known
  const isSame = isDeepStrictEqual(
    { outcome, method, cause, rationale, inputKey },
    {
      ...{ outcome: input.outcome, method: input.method, cause: input.cause, rationale: input.rationale },
      inputKey: input.inputKey,
    },
  )
  const gold = known.gold as unknown as DecidedGold
  const written = outcome === 'merge' || outcome === 'write_new' ? gold.annotations.map(({ value }) => value) : []
  return (
    isSame &&
    isDeepStrictEqual(known.accepted, acceptedOf(input, known, letterSecret)) &&
    isDeepStrictEqual(written, JSON.parse(JSON.stringify(input.annotations))) &&
    isDeepStrictEqual([gold.value, gold.eligibility], [input.value, input.eligibility])
  )
}

/**
 * The decision of this id, if it was made before.
 * @throws AppError conflict when it was about something else, or said something else
 */
export async function knownDecision(
  tx: Transaction,
  { clusterId, input }: { clusterId: string; input: DecideInput },
  { studyId, id }: Membership,
): Promise<Decision | undefined> {
  const known = await tx.decision.findUnique({ where: { id: input.id } })
  if (!known) return undefined
  const isOwn = known.studyId === studyId && known.clusterId === clusterId && known.arbiterId === id
  const letterSecret = await readLetterSecret(tx, studyId)
  if (!isOwn || !saysSame(known, input, letterSecret)) throw new AppError('conflict', taken)
  return known
}
