import type { Change, CodedRow } from '@/lib/coding/change'
import { sameValue } from '../annotations/same-value'
import { PlacedRows, type RowsInWork } from './placed-rows'
import type { RowEdit } from './record'

/** An annotation or a link that was deleted: an undo names its version, and brings the value itself. */
interface Tombstone {
  id: string
  kind: 'annotation' | 'link'
  version: number
  deleted: true
}

/** A row as the desk knows it. An answer that was taken back stays whole: one given again takes its row. */
export type KnownRow = (CodedRow & ({ deleted: false } | { kind: 'variable' })) | Tombstone

/** The rows of a coding, in one of its states. */
export interface Rows {
  get(id: string): KnownRow | undefined
  values(): Iterable<KnownRow>
}

/** The row as deleted, without what nobody needs: who adds and deletes all day does not fill the memory. */
function asDeleted(row: CodedRow | KnownRow, version: number): KnownRow {
  if (row.kind === 'variable') return { ...row, version, deleted: true }
  return { id: row.id, kind: row.kind, version, deleted: true }
}

function asKnown(row: CodedRow): KnownRow {
  return row.deleted ? asDeleted(row, row.version) : (row as KnownRow)
}

/** The rows as the desk knows them. */
export function knownRows(rows: readonly CodedRow[]): PlacedRows {
  return PlacedRows.of(rows.map(asKnown))
}

/** The rows with newer states laid over them; what is known at its version already stays the very same object. */
export function withNewer(rows: PlacedRows, newer: readonly CodedRow[]): PlacedRows {
  return rows.with((work) => {
    for (const row of newer) {
      const known = work.get(row.id)
      if (!known || row.version > known.version) work.set(row.id, asKnown(row))
    }
  })
}

/** The rows with the very values that are known already where they say the same: then nothing is to be drawn for them. */
export function sharingValues(rows: readonly CodedRow[], known: Rows): CodedRow[] {
  return rows.map((row) => {
    const was = known.get(row.id)
    return was && !was.deleted && sameValue(was.value, row.value) ? ({ ...row, value: was.value } as CodedRow) : row
  })
}

/**
 * Ids of the rows that another device changed: what the server tells of them is new and not what is expected of the
 * own work.
 */
export function changedElsewhere(expected: Rows, told: readonly CodedRow[]): string[] {
  return told.flatMap((row) => {
    const known = expected.get(row.id)
    if (!known) return [row.id]
    const isSame = known.deleted ? row.deleted : !row.deleted && sameValue(known.value, row.value)
    return row.version >= known.version && !isSame ? [row.id] : []
  })
}

/** Does in place what the server will do with a change: the version it gives is the one it was made on plus one. */
export function applyChange(rows: RowsInWork, change: Change): void {
  const version = change.baseVersion + 1
  if (change.op === 'put') {
    const { id, kind, value } = change
    rows.set(id, { id, kind, value, version, deleted: false } as KnownRow)
    return
  }
  const row = rows.get(change.id)
  if (row) rows.set(change.id, asDeleted(row, version))
}

/** Paints an edit whose record is being written this moment; the version does not count yet. */
export function applyEdit(rows: RowsInWork, edit: RowEdit): void {
  const row = rows.get(edit.id)
  if (edit.after) {
    const { id, kind, after: value } = edit
    rows.set(id, { id, kind, value, version: row?.version ?? 0, deleted: false } as KnownRow)
  } else if (row) {
    rows.set(edit.id, asDeleted(row, row.version))
  }
}
