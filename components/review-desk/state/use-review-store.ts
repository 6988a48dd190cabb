import { useCallback, useRef, useState } from 'react'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { firstState, type ReviewAction, type ReviewState, reduce } from './review-state'

/** The state of the desk, and the only way to change it. */
export interface ReviewStore {
  state: ReviewState
  /** What it is at this moment: an answer may arrive between two drawings. */
  now(): ReviewState
  dispatch(action: ReviewAction): void
}

/** Keeps the state of the desk. Like React's own reducer, but what was done is there at once. */
export function useReviewStore(view: ClusterView | null, left: number): ReviewStore {
  const [state, setState] = useState(() => firstState(view, left))
  const latest = useRef(state)
  const now = useCallback(() => latest.current, [])
  const dispatch = useCallback((action: ReviewAction) => {
    latest.current = reduce(latest.current, action)
    setState(latest.current)
  }, [])
  return { state, now, dispatch }
}
