import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Change, LinkValue, VariableValue } from '@/lib/coding/change'
import { sameValue } from '../annotations/same-value'

/** One row before and after an edit; null where it does not exist or is deleted. */
interface EditOf<Kind, Value> {
  kind: Kind
  id: string
  before: Value | null
  after: Value | null
}

export type AnnotationEdit = EditOf<'annotation', AnnotationValue>
export type LinkEdit = EditOf<'link', LinkValue>
export type VariableEdit = EditOf<'variable', VariableValue>

/** What the coder did to one row of the coding. */
export type RowEdit = AnnotationEdit | LinkEdit | VariableEdit

/** What a row says, whatever its kind. */
export type RowValue = AnnotationValue | LinkValue | VariableValue

/** Why the server will never take a record. */
export interface Refusal {
  status: number
  message: string
}

interface RecordBase {
  /** Place in the queue; given by the store and ascending in the order of the coder's work. */
  order: number
  codingId: string
  /** When the coder did it, ISO 8601. */
  at: string
  /** True as soon as it may have reached the server: from then on it is never altered by later work. */
  attempted: boolean
  refusal?: Refusal
}

/** A list of changes the server takes as a whole or not at all. */
export interface ChangesRecord extends RecordBase {
  kind: 'changes'
  changes: Change[]
  /** What each change was made on, in the order of the changes: needed to apply it again on a newer state. */
  before: (RowValue | null)[]
}

/** The wish to submit; it waits behind the changes. */
export interface SubmitRecord extends RecordBase {
  kind: 'submit'
  nothingToCode: boolean
}

/** What the outbox keeps: one database record each. */
export type OutboxRecord = ChangesRecord | SubmitRecord

/** A record that has no place in the queue yet. */
export type RecordDraft = Omit<ChangesRecord, 'order'> | Omit<SubmitRecord, 'order'>

type Put = Extract<Change, { op: 'put' }>

const isPut = (change: Change | undefined): change is Put => change?.op === 'put'

function onlyPut(record: RecordDraft): Put | null {
  if (record.kind !== 'changes' || record.changes.length !== 1) return null
  const [change] = record.changes
  return isPut(change) ? change : null
}

/**
 * The last waiting record and a newer one as one, or null where they must stay apart: only two puts of the same
 * row melt into one, only while neither can have reached the server, and only when the newer one was made on
 * what the earlier one leaves. Two tabs may change one row at the same moment: then the server tells the
 * second that it is late, and it is made again on top of the first.
 */
export function coalesce(last: OutboxRecord, next: RecordDraft): OutboxRecord | null {
  if (last.attempted || last.refusal || last.kind !== 'changes' || next.kind !== 'changes') return null
  const earlier = onlyPut(last)
  const later = onlyPut(next)
  if (!earlier || !later || earlier.id !== later.id) return null
  if (later.baseVersion !== earlier.baseVersion + 1 || !sameValue(next.before[0], earlier.value)) return null
  return { ...last, at: next.at, changes: [{ ...later, baseVersion: earlier.baseVersion }] }
}

/**
 * A draft with the versions that it really knew. Writing that melts changes what waits without a new version, so a
 * draft of another tab may name the version of a state it has not seen; it gets the version before that, and with it
 * a conflict that merges both, instead of replacing unseen writing.
 */
export function onWhatItKnew(waiting: readonly OutboxRecord[], draft: RecordDraft): RecordDraft {
  if (draft.kind !== 'changes') return draft
  const earlier = waiting.flatMap((record) => (record.kind === 'changes' ? record.changes : []))
  const changes = draft.changes.map((change, index) => {
    const last = earlier.findLast(({ id }) => id === change.id)
    if (!isPut(last) || !isPut(change) || change.baseVersion !== last.baseVersion + 1) return change
    return sameValue(draft.before[index], last.value) ? change : { ...change, baseVersion: last.baseVersion }
  })
  return { ...draft, changes }
}

/** A draft as it is to be kept behind what waits: melted into the last record, which has its order, or as a new one. */
export function asKept(waiting: readonly OutboxRecord[], made: RecordDraft): OutboxRecord | RecordDraft {
  const draft = onWhatItKnew(waiting, made)
  const last = waiting.at(-1)
  return (last && coalesce(last, draft)) ?? draft
}
