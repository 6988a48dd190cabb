import { useEffect, useRef, useState } from 'react'
import type { RowEdit } from '../outbox/record'
import type { Rows } from '../outbox/rows'
import { type Can, type Make, PagedHistory } from './paged-history'

export interface DeskHistory extends Can {
  remember(edits: readonly RowEdit[], group?: string): void
  forget(ids: readonly string[]): void
  /** Hands over the edits to make, or null when there is nothing: at once, unless the step is yet to be read. */
  undo(make: Make): void
  redo(make: Make): void
}

const nothing: Can = { canUndo: false, canRedo: false }

/**
 * The undo history of one coding, also that of earlier visits with this browser.
 * @param rowsOfNow the rows when they are known, against which an earlier history is held; null before
 * @param isOpen whether the coding can still change
 */
export function useHistory(codingId: string, rowsOfNow: Rows | null, isOpen: () => boolean): DeskHistory {
  const [can, setCan] = useState(nothing)
  const rows = useRef<Rows>(new Map())
  if (rowsOfNow) rows.current = rowsOfNow
  const [history] = useState(
    () =>
      new PagedHistory({
        codingId,
        ...{ rows: () => rows.current, isOpen },
        onChange: (now) => setCan((was) => (was.canUndo === now.canUndo && was.canRedo === now.canRedo ? was : now)),
      }),
  )
  const isKnown = rowsOfNow !== null
  useEffect(() => {
    if (!isKnown) return
    const leave = history.open()
    return () => void leave()
  }, [history, isKnown])
  const [moves] = useState(() => ({
    remember: (edits: readonly RowEdit[], group?: string) => history.remember(edits, group),
    forget: (ids: readonly string[]) => history.forget(ids),
    undo: (make: Make) => history.undo(make),
    redo: (make: Make) => history.redo(make),
  }))
  return { ...can, ...moves }
}
