import { type StudyChange, subscribe } from '../changes'
import { AppError } from '../errors'
import { log } from '../log'
import type { Action } from '../policy'
import { type Actor, authorize } from './steps/authorize'
import { reviewNoticeFor } from './steps/review/review-notices'

/** What a reader is told: what to read again. An id only where the reader may know of that coding, document or cluster. */
export interface ChangeNotice {
  about: StudyChange['about'] | 'everything'
  codingId?: string
  documentId?: string
  clusterId?: string
}

/** An open stream of notices. */
export interface ChangeListener {
  notice(notice: ChangeNotice): void
  /** The server stops, or the reader is no member any more. */
  ended(): void
}

const isRefusal = (error: unknown) => error instanceof AppError && error.code === 'forbidden'

async function isAllowed(actor: Actor, studyId: string, action: Action): Promise<boolean> {
  return authorize(actor, studyId, action).then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error)) return false
      throw error
    },
  )
}

/** What the actor may hear of a change, asked when it happens: roles and blindness change while a stream is open. */
async function noticeFor(actor: Actor, change: StudyChange): Promise<ChangeNotice | undefined> {
  const membership = await authorize(actor, change.studyId, 'study.read')
  if (change.about === 'agreement') {
    // That somebody reads the report hints at what others submitted.
    return (await isAllowed(actor, change.studyId, 'agreement.read')) ? { about: 'agreement' } : undefined
  }
  if (change.about === 'review' || change.about === 'discussion') return reviewNoticeFor(membership, change)
  if (change.about !== 'coding') return { about: change.about }
  const isOwn = change.coderId === membership.id
  if (!isOwn && !(await isAllowed(actor, change.studyId, 'progress.read'))) return undefined
  return { about: 'coding', ...(change.codingId ? { codingId: change.codingId } : {}) }
}

/**
 * Tells the listener what to read again in this study, as it happens. A coder hears of the own codings, and of study
 * events without any id; of other codings hears only who may see everybody's progress, of the report and the review who may
 * read them; of discussions and decisions a coder as soon as they are open to that coder.
 * @returns a function that ends it
 * @throws AppError not_found for who is no member
 */
export async function followChanges(
  actor: Actor,
  input: { studyId: string },
  listener: ChangeListener,
): Promise<() => void> {
  const { studyId } = await authorize(actor, input.studyId, 'study.read')
  // One after the other: notices keep the order of the changes.
  let last = Promise.resolve()
  const tell = async (change: StudyChange) => {
    try {
      const notice = await noticeFor(actor, change)
      if (notice) listener.notice(notice)
    } catch (error) {
      if (!(error instanceof AppError)) log.warn({ error }, 'a change could not be told')
      unsubscribe()
      listener.ended()
    }
  }
  const unsubscribe = await subscribe({
    changed: (change) => {
      if (change.studyId === studyId) last = last.then(() => tell(change))
    },
    missed: () => listener.notice({ about: 'everything' }),
    ended: () => listener.ended(),
  })
  return unsubscribe
}
