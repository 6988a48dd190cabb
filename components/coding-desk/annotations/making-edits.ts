import type { AnnotationEdit, RowEdit } from '../outbox/record'
import type { Rows } from '../outbox/rows'
import type { DeskHistory } from '../undo/use-history'
import { madeOf } from './desk-annotations'
import type { DeskAnnotation } from './edits'
import { sameValue } from './same-value'

/** Where edits go: the outbox, which also sends them, or what a reviewer writes until it is decided. */
interface TakesEdits {
  edit(edits: readonly RowEdit[]): void
  snapshot(): { rows: Rows }
}

/** How edits are made: kept by the outbox, remembered for undo. */
export function makingEdits(outbox: TakesEdits, history: Pick<DeskHistory, 'remember'>) {
  /** Makes edits that stand or fall together. @param group edits in a row with the same group are one step for undo */
  function commit(edits: readonly RowEdit[], group?: string): void {
    outbox.edit(edits)
    history.remember(edits, group)
  }

  /** Edits the annotation as it stands now: a field may hand over its last words after other changes. */
  function edit(id: string, make: (annotation: DeskAnnotation) => AnnotationEdit | null, field?: string): void {
    const row = outbox.snapshot().rows.get(id)
    const [now] = row ? madeOf([row]).annotations : []
    const made = now && make(now)
    if (made && !sameValue(made.before, made.after)) commit([made], field && `${id}:${field}`)
  }

  return { commit, edit }
}
