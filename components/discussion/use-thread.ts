import { useCallback, useEffect, useRef, useState } from 'react'
import type { AskedThread, ThreadView } from '@/lib/coding/review/discussion'
import { RequestError } from '@/lib/http/client'
import { hearOfStudy } from '../study/study-news'
import { requestThread } from './requests'

interface ReadThread {
  thread: ThreadView | null
  /** Why it could not be read; null while it can. */
  problem: string | null
  reload(): void
}

/** Whether a notice can be about this discussion. */
function concerns(
  { clusterId, documentId, code }: AskedThread,
  notice: { about: string; clusterId?: string; documentId?: string },
) {
  if (notice.about === 'everything' || notice.about === 'review') return true
  if (notice.about !== 'discussion') return false
  if (clusterId) return notice.clusterId === clusterId
  return documentId ? notice.documentId === documentId && !notice.clusterId : code !== undefined && !notice.documentId
}

/** A discussion that is read again whenever somebody says something in it. */
export function useThread(studyId: string, asked: AskedThread, initial: ThreadView | null): ReadThread {
  const [thread, setThread] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useRef(asked)
  latest.current = asked
  const reading = useRef<AbortController | null>(null)
  const { subject, clusterId, documentId, roundId, code } = asked
  const key = [studyId, subject, clusterId, documentId, roundId, code].join(' ')
  const shown = useRef(key)

  const reload = useCallback(() => {
    reading.current?.abort()
    const mine = new AbortController()
    reading.current = mine
    requestThread(studyId, latest.current, mine.signal).then(
      (found) => {
        setThread(found)
        setProblem(null)
      },
      (error: unknown) => {
        if (!mine.signal.aborted && error instanceof RequestError) setProblem(error.message)
      },
    )
  }, [studyId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is another discussion.
  useEffect(() => {
    if (shown.current !== key) setThread(null)
    if (shown.current !== key || !initial) reload()
    shown.current = key
    return () => reading.current?.abort()
  }, [key, reload])

  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    return hearOfStudy(studyId, (notice) => {
      if (concerns(latest.current, notice)) reload()
    })
  }, [studyId, reload])

  return { thread, problem, reload }
}
