import type { Change, CodedRow } from '../../coding/change'

/** The rows that a list of changes touches, by id, as they stand while the list is worked through. */
export type RowsById = Map<string, CodedRow>

/** What became of one change: the row after it, or why it cannot be made on what is there. */
type Outcome = { row: CodedRow } | { conflict: CodedRow | undefined }

function liveValueOf(rows: RowsById, variable: string, exceptId: string): CodedRow | undefined {
  for (const row of rows.values()) {
    if (row.kind === 'variable' && !row.deleted && row.id !== exceptId && row.value.variable === variable) return row
  }
  return undefined
}

function put(change: Change & { op: 'put' }, version: number): CodedRow {
  const { id } = change
  if (change.kind === 'annotation') return { kind: 'annotation', id, version, deleted: false, value: change.value }
  if (change.kind === 'link') return { kind: 'link', id, version, deleted: false, value: change.value }
  return { kind: 'variable', id, version, deleted: false, value: change.value }
}

/** The tombstone of a row: it keeps the last value, so that an undo can bring it back. */
export function tombstone(row: CodedRow): CodedRow {
  return { ...row, version: row.version + 1, deleted: true }
}

/**
 * Makes one change on the rows in memory. A change fits only the version it names: 0 for a new row, the tombstone's for
 * one that comes back. Deleting what is not there, or is deleted already, is a conflict too, so that two tabs never
 * both believe that they removed a row; so is a second live value of a variable.
 */
export function applyChange(rows: RowsById, change: Change): Outcome {
  const row = rows.get(change.id)
  const version = row?.version ?? 0
  if (change.baseVersion !== version || (row && row.kind !== change.kind)) return { conflict: row }
  if (change.op === 'delete') {
    if (!row || row.deleted) return { conflict: row }
    const deleted = tombstone(row)
    rows.set(change.id, deleted)
    return { row: deleted }
  }
  const rival = change.kind === 'variable' && liveValueOf(rows, change.value.variable, change.id)
  if (rival) return { conflict: rival }
  const next = put(change, version + 1)
  rows.set(change.id, next)
  return { row: next }
}

/** The live links that hang on a deleted annotation: they go with it. */
export function danglingLinks(rows: RowsById): CodedRow[] {
  const isGone = (id: string) => rows.get(id)?.deleted === true
  return [...rows.values()].filter(
    (row) => row.kind === 'link' && !row.deleted && (isGone(row.value.from) || isGone(row.value.to)),
  )
}
