import type { Coding } from '../../../prisma/generated/client'
import { announce } from '../../changes'
import type { Transaction } from '../../db'

/** Says that a coding changed, or what belongs to it: its coder reads it again, and whoever may see everybody's. */
export function announceCoding(tx: Transaction, { id, coderId, studyId }: Coding): Promise<void> {
  return announce(tx, { studyId, about: 'coding', codingId: id, coderId })
}
