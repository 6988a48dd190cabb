import type { RowEdit } from '../outbox/record'

export interface Step {
  edits: readonly RowEdit[]
  /** Steps in a row with the same group are one for undo, e.g. the writing of one note. */
  group?: string
}

/** What can be undone and done again. Steps hold values, not versions: an undo is a new change on what stands now. */
export interface History<S extends Step = Step> {
  past: readonly S[]
  future: readonly S[]
}

export const emptyHistory: History = { past: [], future: [] }

function melt<S extends Step>(earlier: S, later: Step): S {
  const edits = later.edits.map((edit) => {
    const first = earlier.edits.find(({ id }) => id === edit.id)
    return first ? ({ ...edit, before: first.before } as RowEdit) : edit
  })
  return { ...earlier, edits }
}

/** The history with a step more; whatever had been undone can no longer be done again. */
export function withStep<S extends Step>({ past }: History<S>, step: S): History<S> {
  const last = past.at(-1)
  if (step.group && last?.group === step.group) return { past: [...past.slice(0, -1), melt(last, step)], future: [] }
  return { past: [...past, step], future: [] }
}

/** Notes what was done. */
export function remember(history: History, edits: readonly RowEdit[], group?: string): History {
  return withStep(history, group ? { edits, group } : { edits })
}

function reversed(edits: readonly RowEdit[]): RowEdit[] {
  return edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }) as RowEdit).reverse()
}

/** A step that was undone melts with nothing any more. */
function alone<S extends Step>(step: S): S {
  if (!step.group) return step
  const copy = { ...step }
  delete (copy as Step).group
  return copy
}

/** One step back. @returns the edits that undo it, or null when there is nothing to undo */
export function undo<S extends Step>(history: History<S>): { history: History<S>; edits: RowEdit[] } | null {
  const step = history.past.at(-1)
  if (!step) return null
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, alone(step)] },
    edits: reversed(step.edits),
  }
}

/** One step forward again. @returns the edits that do it, or null when nothing was undone */
export function redo<S extends Step>(history: History<S>): { history: History<S>; edits: readonly RowEdit[] } | null {
  const step = history.future.at(-1)
  if (!step) return null
  return { history: { past: [...history.past, step], future: history.future.slice(0, -1) }, edits: step.edits }
}

/** Drops the steps on rows that somebody else changed: undoing them would undo that change as well. */
export function forget<S extends Step>(history: History<S>, ids: readonly string[]): History<S> {
  const gone = new Set(ids)
  const keeps = (step: S) => !step.edits.some(({ id }) => gone.has(id))
  return { past: history.past.filter(keeps), future: history.future.filter(keeps) }
}
