import type { Actor } from '@/lib/actor'
import { AppError } from '@/lib/errors'
import { readGold } from '@/lib/verbs/gold'

/** The gold of a document; nothing while somebody has still to submit it, or for a reviewer who still codes. */
export async function shownGold(actor: Actor, asked: { studyId: string; documentId: string }) {
  try {
    return await readGold(actor, asked)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden')) return undefined
    throw error
  }
}
