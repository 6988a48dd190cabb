import type { AttributeValue } from '@/lib/coding/annotation'
import type { Cause, DecideInput, eligibilityVerdicts, Outcome } from '@/lib/coding/review/decision'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { PlacedRows } from '../../coding-desk/outbox/placed-rows'
import type { RowEdit } from '../../coding-desk/outbox/record'
import { applyEdit } from '../../coding-desk/outbox/rows'
import { emptyHistory, type History, redo, remember, undo } from '../../coding-desk/undo/history'
import { memberKey, membersOf } from '../compare/members'
import type { MergeChoices } from '../merge/merge-questions'

export type Verdict = (typeof eligibilityVerdicts)[number]

/** What a reviewer can choose. A decision is taken back in another way. */
export type ChosenOutcome = Exclude<Outcome, 'withdraw'>

/** What the reviewer is about to decide of one cluster. */
export interface Draft {
  outcome: ChosenOutcome | null
  /** Of accept: the annotations that become gold, by `memberKey`. */
  taken: readonly string[]
  merge: MergeChoices
  /** Of a new one: the annotations written so far, and the way back. */
  rows: PlacedRows
  history: History
  /** Of an answer about the text: what becomes gold, and the letter of the reading it is taken from. */
  value: AttributeValue | null
  valueFrom: string | null
  verdict: Verdict | null
  method: DecideInput['method']
  cause: Cause | null
  rationale: string
}

export const emptyDraft: Draft = {
  outcome: null,
  taken: [],
  merge: {},
  rows: PlacedRows.of([]),
  history: emptyHistory,
  value: null,
  valueFrom: null,
  verdict: null,
  method: 'arbiter',
  cause: null,
  rationale: '',
}

/** Whether something is in it that would be missed. */
export function isBegun(draft: Draft): boolean {
  return draft.outcome !== null || draft.rationale !== '' || draft.cause !== null || draft.rows.size > 0
}

/** With edits made to the annotations being written; edits of one group in a row are one step for undo. */
export function withEdits(draft: Draft, edits: readonly RowEdit[], group?: string): Draft {
  return { ...withRows(draft, edits), history: remember(draft.history, edits, group) }
}

function withRows(draft: Draft, edits: readonly RowEdit[]): Draft {
  const rows = draft.rows.with((work) => {
    for (const edit of edits) applyEdit(work, edit)
  })
  return { ...draft, rows }
}

/** One step back, or forward again, in what is being written; null when there is none. */
export function travelled(draft: Draft, way: 'undo' | 'redo'): Draft | null {
  const step = way === 'undo' ? undo(draft.history) : redo(draft.history)
  return step && { ...withRows(draft, step.edits), history: step.history }
}

/** A draft with only those annotations taken that are still there: other things may have changed while it lay. */
export function stillHeld(draft: Draft, view: Pick<ClusterView, 'readings'>): Draft {
  const known = new Set(membersOf(view.readings).map(memberKey))
  return draft.taken.every((key) => known.has(key)) ? draft : stillFitting(draft, view)
}

/** As much of a draft as still holds when the cluster was read again: annotations may be gone or have changed. */
export function stillFitting(draft: Draft, view: Pick<ClusterView, 'readings'>): Draft {
  const known = new Set(membersOf(view.readings).map(memberKey))
  return { ...draft, taken: draft.taken.filter((key) => known.has(key)), merge: {} }
}
