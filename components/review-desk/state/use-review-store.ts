import { useCallback, useEffect, useRef, useState } from 'react'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { storeDrafts, storedDrafts } from './draft-store'
import { firstState, type ReviewAction, type ReviewState, reduce } from './review-state'

/** The state of the desk, and the only way to change it. */
export interface ReviewStore {
  state: ReviewState
  /** What it is at this moment: an answer may arrive between two drawings. */
  now(): ReviewState
  dispatch(action: ReviewAction): void
}

/** Keeps the state of the desk. Like React's own reducer, but what was done is there at once; drafts survive a reload. */
export function useReviewStore(studyId: string, view: ClusterView | null, left: number): ReviewStore {
  const [state, setState] = useState(() => firstState(view, left))
  const latest = useRef(state)
  const now = useCallback(() => latest.current, [])
  const dispatch = useCallback(
    (action: ReviewAction) => {
      const before = latest.current.drafts
      latest.current = reduce(latest.current, action)
      if (latest.current.drafts !== before) storeDrafts(studyId, latest.current.drafts)
      setState(latest.current)
    },
    [studyId],
  )
  // After the first drawing, which the server did without them.
  useEffect(() => {
    const drafts = storedDrafts(studyId)
    if (drafts.size > 0) dispatch({ type: 'found', drafts })
  }, [studyId, dispatch])
  return { state, now, dispatch }
}
