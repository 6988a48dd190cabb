import type { Prisma } from '../../../prisma/generated/client'
import type { Transaction } from '../../db'

/** Notes who did what, in the transaction that did it. The detail never holds text of documents or passwords. */
export async function audit(
  tx: Transaction,
  event: { actorId: string; action: string; studyId?: string; detail?: Prisma.InputJsonObject },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: event.actorId,
      action: event.action,
      detail: event.detail ?? {},
      ...(event.studyId ? { studyId: event.studyId } : {}),
    },
  })
}
