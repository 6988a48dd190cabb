'use client'

import type { AskedThread, ThreadSubject, ThreadView } from '@/lib/coding/review/discussion'
import { Button } from '../ui/button'
import { discussion as words } from '../words/discussion'
import { CommentForm } from './CommentForm'
import { Comments } from './Comments'
import { Stances } from './Stances'
import { useThread } from './use-thread'

interface DiscussionProps {
  studyId: string
  subject: ThreadSubject
  /** What it is about: the one that belongs to the subject. */
  clusterId?: string
  documentId?: string
  /** Of a document, where it is coded in several rounds. */
  roundId?: string
  code?: string
  /** As the server read it with the page; without it the discussion is read when it is shown. */
  initial?: ThreadView | undefined
  /** Of a cluster: whether it is decided, and what each reading has, by its letter. */
  isDecided?: boolean
  readings?: Readonly<Record<string, string>>
  /** The page has the heading already. */
  headless?: boolean
}

function askedOf({ subject, clusterId, documentId, roundId, code }: DiscussionProps): AskedThread {
  return {
    subject,
    ...(clusterId ? { clusterId } : {}),
    ...(documentId ? { documentId } : {}),
    ...(roundId ? { roundId } : {}),
    ...(code ? { code } : {}),
  }
}

/** The discussion of a passage, a text or a code: what was said, what the coders want, and where one says something. */
export function Discussion(props: DiscussionProps) {
  const { studyId, subject, clusterId, initial, isDecided = false, readings = {}, headless = false } = props
  const asked = askedOf(props)
  const { thread, problem, reload } = useThread(studyId, asked, initial ?? null)
  return (
    <section aria-label={`${words.title}: ${words.about[subject]}`} className="grid max-w-2xl gap-4">
      {!headless && <h3 className="font-semibold text-lg">{words.title}</h3>}
      {problem && !thread && (
        <p className="text-muted">
          {problem} <Button onClick={reload}>{words.again}</Button>
        </p>
      )}
      {!problem && !thread && <p className="text-muted">{words.loading}</p>}
      {thread && (
        <>
          {thread.stances && clusterId && (
            <Stances
              studyId={studyId}
              clusterId={clusterId}
              stances={thread.stances}
              isDecided={isDecided}
              readings={readings}
              onTaken={reload}
            />
          )}
          <div aria-live="polite">
            <Comments comments={thread.comments} />
          </div>
          {thread.mayWrite && (
            <CommentForm
              key={`${clusterId} ${asked.documentId} ${asked.code}`}
              studyId={studyId}
              asked={asked}
              people={thread.people}
              onSaid={reload}
            />
          )}
          <p className="text-base text-muted">{words.lead[subject]}</p>
        </>
      )}
    </section>
  )
}
