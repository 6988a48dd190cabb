import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Change } from '@/lib/coding/change'
import { sameValue } from '../annotations/same-value'
import type { ChangesRecord, RowValue } from './record'
import type { Rows } from './rows'

type Attributes = AnnotationValue['attributes']

function mergeAttributes(base: Attributes, mine: Attributes, theirs: Attributes): Attributes {
  const merged = { ...theirs }
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (sameValue(base[key], mine[key])) continue
    const value = mine[key]
    if (value === undefined) delete merged[key]
    else merged[key] = value
  }
  return merged
}

/**
 * What the coder changed here, laid over what stands there now: a part that was not changed here keeps its newer state.
 * @param base what the change was made on; null for a row that was new
 */
export function mergeAnnotation(
  base: AnnotationValue | null,
  mine: AnnotationValue,
  theirs: AnnotationValue,
): AnnotationValue {
  if (!base) return mine
  const pick = <Key extends keyof AnnotationValue>(key: Key): AnnotationValue[Key] =>
    sameValue(base[key], mine[key]) ? theirs[key] : mine[key]
  return {
    ...theirs,
    code: pick('code'),
    segments: pick('segments'),
    attributes: mergeAttributes(base.attributes, mine.attributes, theirs.attributes),
    note: pick('note'),
    unsure: pick('unsure'),
    touched: [...new Set([...theirs.touched, ...mine.touched])],
  }
}

type Step = { change: Change } | 'nothing left to do' | 'deleted meanwhile'

function rebaseDelete(change: Change, rows: Rows): Step {
  const row = rows.get(change.id)
  return row && !row.deleted ? { change: { ...change, baseVersion: row.version } } : 'nothing left to do'
}

function rebasePut(change: Extract<Change, { op: 'put' }>, before: RowValue | null, rows: Rows): Step {
  const row = rows.get(change.id)
  if (!row) return { change: { ...change, baseVersion: 0 } }
  if (row.deleted) {
    // An undo of exactly this deletion names its version; anything else would bring back what was thrown away.
    return change.baseVersion === row.version ? { change } : 'deleted meanwhile'
  }
  if (change.kind !== 'annotation' || row.kind !== 'annotation') {
    return { change: { ...change, baseVersion: row.version } }
  }
  const value = mergeAnnotation(before as AnnotationValue | null, change.value, row.value)
  return sameValue(value, row.value) ? 'nothing left to do' : { change: { ...change, value, baseVersion: row.version } }
}

/**
 * A record made on an old state, made anew on the server's rows.
 * @returns the record, null when nothing of it is left to do, or 'deleted meanwhile' when it cannot be applied
 */
export function rebase(record: ChangesRecord, rows: Rows): ChangesRecord | null | 'deleted meanwhile' {
  const changes: Change[] = []
  const before: ChangesRecord['before'] = []
  for (const [index, change] of record.changes.entries()) {
    const made = record.before[index] ?? null
    const step = change.op === 'put' ? rebasePut(change, made, rows) : rebaseDelete(change, rows)
    if (step === 'deleted meanwhile') return step
    if (step === 'nothing left to do') continue
    const row = rows.get(change.id)
    changes.push(step.change)
    before.push(row && !row.deleted ? row.value : made)
  }
  return changes.length > 0 ? { ...record, changes, before } : null
}
