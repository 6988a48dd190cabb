import { useCallback, useRef, useState } from 'react'
import { emptyHistory, forget, type History, redo, remember, undo } from './history'
import type { RowEdit } from './outbox/record'

export interface DeskHistory {
  canUndo: boolean
  canRedo: boolean
  remember(edits: readonly RowEdit[], group?: string): void
  forget(ids: readonly string[]): void
  /** The edits to make, or null when there is nothing. */
  undo(): readonly RowEdit[] | null
  redo(): readonly RowEdit[] | null
}

/** The undo history of one desk. */
export function useHistory(): DeskHistory {
  const current = useRef<History>(emptyHistory)
  const [can, setCan] = useState({ canUndo: false, canRedo: false })
  const set = useCallback((history: History) => {
    current.current = history
    setCan({ canUndo: history.past.length > 0, canRedo: history.future.length > 0 })
  }, [])
  const step = (move: typeof undo | typeof redo) => {
    const moved = move(current.current)
    if (moved) set(moved.history)
    return moved?.edits ?? null
  }
  return {
    ...can,
    remember: (edits, group) => set(remember(current.current, edits, group)),
    forget: (ids) => set(forget(current.current, ids)),
    undo: () => step(undo),
    redo: () => step(redo),
  }
}
