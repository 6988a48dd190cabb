import type { Actor } from '@/lib/actor'
import type { AskedThread, ThreadView } from '@/lib/coding/review/discussion'
import { AppError } from '@/lib/errors'
import { readThread } from '@/lib/verbs/discussions'

/** A discussion that stands on a page beside other things; nothing where it is not open to the reader. */
export async function shownThread(
  actor: Actor,
  asked: { studyId: string } & AskedThread,
): Promise<ThreadView | undefined> {
  try {
    return await readThread(actor, asked)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}
