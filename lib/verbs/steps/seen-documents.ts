import type { Membership } from '../../../prisma/generated/client'
import type { Transaction } from '../../db'
import { type MemberRole, mayEverSee } from '../../policy'

/**
 * Keeps, of a member whose roles change, what the roles before have shown of others' work. Of who takes the role coder
 * (again) it notes until when that was; it stays noted, also when the member leaves: what was read is not forgotten.
 * Who coded all the while was blind, but for documents held not eligible, which count as done.
 * @param former the membership before the change
 */
export async function keepSight(tx: Transaction, former: Membership, roles: readonly MemberRole[]): Promise<void> {
  if (!mayEverSee(former.roles)) return
  if (former.roles.includes('coder')) {
    const held = { coderId: former.id, studyId: former.studyId, ineligibleReason: { not: null }, inIrr: true }
    await tx.coding.updateMany({ where: held, data: { inIrr: false } })
  } else if (roles.includes('coder')) {
    await tx.membership.update({ where: { id: former.id }, data: { sawOthersAt: former.leftAt ?? new Date() } })
  }
}

/**
 * Takes codings out of the reliability sample that are not submitted and whose coder, before coding, may have seen what
 * another coder had begun there. Whether it was looked at leaves no trace.
 */
export async function leaveOutSeen(tx: Transaction, studyId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Coding" own SET "inIrr" = false FROM "Membership" m
    WHERE m."studyId" = ${studyId}::uuid AND m."sawOthersAt" IS NOT NULL
      AND own."studyId" = m."studyId" AND own."coderId" = m."id" AND own."inIrr" AND own."submittedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Coding" other WHERE other."studyId" = own."studyId"
        AND other."documentId" = own."documentId" AND other."coderId" <> own."coderId"
        AND other."openedAt" <= m."sawOthersAt")`
}
