import { useCallback, useEffect, useRef, useState } from 'react'
import type { RowEdit } from '../outbox/record'
import type { Rows } from '../outbox/rows'
import { emptyHistory, forget, type History, redo, remember, stillTrue, undo } from './history'
import { HistoryStore } from './history-store'

export interface DeskHistory {
  canUndo: boolean
  canRedo: boolean
  remember(edits: readonly RowEdit[], group?: string): void
  forget(ids: readonly string[]): void
  /** The edits to make, or null when there is nothing. */
  undo(): readonly RowEdit[] | null
  redo(): readonly RowEdit[] | null
}

/**
 * The undo history of one coding, also that of earlier visits with this browser.
 * @param rowsOfNow the rows when they are known, against which an earlier history is held; null before
 */
export function useHistory(codingId: string, rowsOfNow: Rows | null): DeskHistory {
  const current = useRef<History>(emptyHistory)
  const store = useRef<HistoryStore | null>(null)
  const [can, setCan] = useState({ canUndo: false, canRedo: false })
  const show = useCallback((history: History) => {
    current.current = history
    setCan({ canUndo: history.past.length > 0, canRedo: history.future.length > 0 })
  }, [])
  const set = (history: History) => {
    show(history)
    void store.current?.save(history)
  }

  const rows = useRef(rowsOfNow)
  rows.current = rowsOfNow
  const isKnown = rowsOfNow !== null
  useEffect(() => {
    if (!isKnown) return
    const opened = new HistoryStore(codingId)
    store.current = opened
    void opened.load().then((kept) => {
      if (store.current !== opened || !rows.current) return
      // What the coder did before this was read comes after it.
      const { past, future } = current.current
      const isNew = past.length + future.length === 0
      const whole = { past: [...kept.past, ...past], future: isNew ? kept.future : future }
      show(stillTrue(whole, rows.current))
      void opened.save(current.current)
    })
    return () => {
      store.current = null
      void opened.close()
    }
  }, [codingId, isKnown, show])

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
