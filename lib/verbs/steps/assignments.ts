import { randomUUID } from 'node:crypto'
import { shuffledFor } from '../../coding/assignment'
import type { Transaction } from '../../db'
import { leaveOutSeen } from './seen-documents'

interface Seat {
  id: string
  pseudonym: string
}

/** Pseudonyms are C01, C02, ...: the number makes the coder's shuffle differ from the others'. */
function numberOf(coder: Seat): number {
  return Number(coder.pseudonym.slice(1))
}

async function assignTo(
  tx: Transaction,
  coder: Seat,
  round: { id: string; codebookVersionId: string },
  study: { id: string; seed: number; documents: { id: string }[] },
) {
  const assigned = await tx.coding.findMany({
    where: { studyId: study.id, roundId: round.id, coderId: coder.id },
    select: { documentId: true, position: true },
  })
  const has = new Set(assigned.map((coding) => coding.documentId))
  const missing = study.documents.filter((document) => !has.has(document.id))
  if (missing.length === 0) return
  const first = Math.max(0, ...assigned.map((coding) => coding.position)) + 1
  await tx.coding.createMany({
    data: shuffledFor(missing, study.seed, numberOf(coder)).map((document, index) => ({
      id: randomUUID(),
      studyId: study.id,
      roundId: round.id,
      documentId: document.id,
      coderId: coder.id,
      codebookVersionId: round.codebookVersionId,
      position: first + index,
    })),
  })
}

/**
 * Gives every present coder a coding of every document they do not have yet, in rounds where everybody codes
 * everything. Codings of what a coder may have seen before are no part of the reliability sample. Called in the
 * transaction that adds a document or a coder.
 */
export async function assignEveryone(tx: Transaction, studyId: string): Promise<void> {
  const rounds = await tx.round.findMany({ where: { studyId, plan: { path: ['design'], equals: 'everyone' } } })
  const coders = await tx.membership.findMany({ where: { studyId, leftAt: null, roles: { has: 'coder' } } })
  const study = await tx.study.findUniqueOrThrow({
    where: { id: studyId },
    select: { id: true, seed: true, documents: { select: { id: true }, orderBy: { number: 'asc' } } },
  })
  for (const round of rounds) {
    for (const coder of coders) await assignTo(tx, coder, round, study)
  }
  await leaveOutSeen(tx, studyId)
}

/** Takes back the codings that a leaving coder has not opened: nobody waits for them, and no work is lost. */
export async function withdrawUnopened(tx: Transaction, studyId: string, coderId: string): Promise<void> {
  await tx.coding.deleteMany({ where: { studyId, coderId, state: 'assigned' } })
}
