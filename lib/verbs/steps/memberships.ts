import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../db'
import type { MemberRole } from '../../policy'
import { assignEveryone } from './assignments'
import { keepSight } from './seen-documents'
import { lockStudy } from './study-lock'

async function nextPseudonym(tx: Transaction, studyId: string): Promise<string> {
  const { nextPseudonym: next } = await tx.study.update({
    where: { id: studyId },
    data: { nextPseudonym: { increment: 1 } },
    select: { nextPseudonym: true },
  })
  return `C${String(next - 1).padStart(2, '0')}`
}

/** Adds a person to a study with a pseudonym of their own, or brings one back with the pseudonym they had. */
export async function insertMembership(
  tx: Transaction,
  input: { studyId: string; userId: string; roles: MemberRole[] },
): Promise<void> {
  await lockStudy(tx, input.studyId)
  const seat = { studyId_userId: { studyId: input.studyId, userId: input.userId } }
  const former = await tx.membership.findUnique({ where: seat })
  if (former) {
    const roles = former.leftAt ? input.roles : [...new Set([...former.roles, ...input.roles])]
    await tx.membership.update({ where: seat, data: { roles, leftAt: null } })
    await keepSight(tx, former, roles)
  } else {
    await tx.membership.create({
      data: { id: randomUUID(), ...input, pseudonym: await nextPseudonym(tx, input.studyId) },
    })
  }
  if (input.roles.includes('coder')) await assignEveryone(tx, input.studyId)
}
