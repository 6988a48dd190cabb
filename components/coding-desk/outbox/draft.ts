import { v4 as newMutationId } from 'uuid'
import type { Change } from '@/lib/coding/change'
import type { ChangesRecord, RowEdit } from './record'
import type { Rows } from './rows'

function changeOf(edit: RowEdit, rows: Rows): Change | null {
  const row = rows.get(edit.id)
  // Not crypto.randomUUID: it does not exist on a plain http address in a local network.
  const target = { mutationId: newMutationId(), id: edit.id, baseVersion: row?.version ?? 0 }
  if (edit.after) return { ...target, op: 'put', kind: edit.kind, value: edit.after } as Change
  return row && !row.deleted ? { ...target, op: 'delete', kind: edit.kind } : null
}

/**
 * Edits as one list of changes on the versions they will meet, or null when they come to nothing.
 * @param rows the rows as they will be when everything that waits has arrived
 */
export function draftOf(
  codingId: string,
  edits: readonly RowEdit[],
  rows: Rows,
  at: string,
): Omit<ChangesRecord, 'order'> | null {
  const made = edits.flatMap((edit) => {
    const change = changeOf(edit, rows)
    return change ? [{ change, before: edit.before }] : []
  })
  if (made.length === 0) return null
  return {
    kind: 'changes',
    codingId,
    at,
    attempted: false,
    changes: made.map(({ change }) => change),
    before: made.map(({ before }) => before),
  }
}
