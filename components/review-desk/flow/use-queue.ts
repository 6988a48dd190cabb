import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { RequestError } from '@/lib/http/client'
import type { QueueFilters } from '../../review-queue/filters'
import { readQueue } from './requests'

/** A burst of news is one reading. */
const gatherMilliseconds = 300
/** While texts are still being compared, no news tells of what is found in them. */
const comparingMilliseconds = 2000

/** The queue beside the desk, read again when something in it may have changed. */
export function useQueue(studyId: string, filters: QueueFilters, first: ReviewQueue) {
  const [queue, setQueue] = useState(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isThere = useRef(true)
  const read = useCallback(async () => {
    try {
      const now = await readQueue(studyId, filters)
      if (isThere.current) setQueue(now)
    } catch (error) {
      // The list stays as it was: the next piece of news reads it again.
      if (!(error instanceof RequestError)) throw error
    }
  }, [studyId, filters])
  const readSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void read(), gatherMilliseconds)
  }, [read])
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
      clearTimeout(timer.current)
    }
  }, [])
  useEffect(() => {
    if (!queue.computing) return
    const next = setTimeout(() => void read(), comparingMilliseconds)
    return () => clearTimeout(next)
  }, [queue, read])
  return { queue, readSoon }
}
