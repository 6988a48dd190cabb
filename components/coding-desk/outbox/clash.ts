import type { AnnotationValue } from '@/lib/coding/annotation'
import { sameValue } from '../annotations/same-value'
import type { ChangesRecord, RowEdit, RowValue } from './record'
import type { Rows } from './rows'

/** Two tabs changed the same of one row: which version stands, and which one it replaced. */
export interface Clash {
  rowId: string
  /** What this browser put on top. */
  mine: RowValue
  /** What had been saved in the meantime. */
  theirs: RowValue
}

/** Whether both changed the same field of the base, and differently. */
function clashes<Value extends object>(base: Value, mine: Value, theirs: Value): boolean {
  return (Object.keys(base) as (keyof Value)[]).some(
    (key) =>
      !sameValue(base[key], mine[key]) && !sameValue(base[key], theirs[key]) && !sameValue(mine[key], theirs[key]),
  )
}

const isAnnotation = (value: RowValue): value is AnnotationValue => 'segments' in value

/** Everything a coder decides about an annotation, side by side; `touched` follows from it. */
function decided(value: RowValue): Record<string, unknown> {
  if (!isAnnotation(value)) return { ...value }
  const { attributes, touched: _, ...rest } = value
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(attributes).map(([key, given]) => [`attributes.${key}`, given])),
  }
}

/** The rows in which a record meets a newer state that changed the same. What does not meet is merged in silence. */
export function clashesOf(record: ChangesRecord, rows: Rows): Clash[] {
  return record.changes.flatMap((change, index) => {
    const base = record.before[index]
    const row = rows.get(change.id)
    if (change.op !== 'put' || !base || !row || row.deleted || row.kind !== change.kind) return []
    const [was, mine, theirs] = [base, change.value, row.value].map(decided) as [object, object, object]
    const all = { ...theirs, ...mine, ...was }
    const filled = (value: object) => ({
      ...Object.fromEntries(Object.keys(all).map((key) => [key, undefined])),
      ...value,
    })
    return clashes(filled(was), filled(mine), filled(theirs))
      ? [{ rowId: change.id, mine: change.value, theirs: row.value }]
      : []
  })
}

/** The edit that puts the other tab's version back; none when the row is gone by now. */
export function takeTheirs({ rowId, theirs }: Clash, rows: Rows): RowEdit[] {
  const row = rows.get(rowId)
  return row && !row.deleted ? [{ kind: row.kind, id: rowId, before: row.value, after: theirs } as RowEdit] : []
}
