import type { RowEdit } from '../outbox/record'
import { forget, type History, redo, type Step, undo, withStep } from './history'

/** A step with its place among all steps of a coding. Places ascend; there may be gaps. */
export interface PlacedStep extends Step {
  place: number
}

/** Rows that somebody else changed, each with a place: the steps on it before that place are no longer true. */
export type ChangedRows = ReadonlyMap<string, number>

/** How far the history of a coding reaches, wherever it is kept. */
export interface Extent {
  /** The place of what is done next: what comes before it can be undone, what comes from it on can be done again. */
  here: number
  /** The place after the last one. */
  end: number
  changed: ChangedRows
}

/** What is in memory of a history without limit: the steps on both sides of what was done last. */
export interface HeldHistory extends History<PlacedStep>, Extent {
  /** What comes before this place only the browser keeps; 0 when that is nothing. */
  earlier: number
  /** What comes from this place to the end only the browser keeps. */
  later: number
}

/** A move in the history: the edits to make, and what is held after it. */
export interface Move {
  held: HeldHistory
  edits: readonly RowEdit[]
}

export const nothingHeld: HeldHistory = {
  ...{ past: [], future: [], earlier: 0, later: 0 },
  ...{ here: 0, end: 0, changed: new Map() },
}

export function hasPast({ past, earlier }: HeldHistory): boolean {
  return past.length > 0 || earlier > 0
}

export function hasFuture({ future, later, end }: HeldHistory): boolean {
  return future.length > 0 || later < end
}

/** From a place on other steps take the place of those that were not true: what is true again is so from there. */
function trueFrom(changed: ChangedRows, place: number): ChangedRows {
  if ([...changed.values()].every((before) => before <= place)) return changed
  return new Map(Array.from(changed, ([id, before]) => [id, Math.min(before, place)]))
}

/** Notes what was done, at the next place; what had been undone is gone, wherever it is kept. */
export function noted(history: HeldHistory, edits: readonly RowEdit[], group?: string): HeldHistory {
  const step: PlacedStep = { edits, place: history.here, ...(group && { group }) }
  const { past, future } = withStep(history, step)
  const place = past.at(-1)?.place ?? history.here
  const next = place + 1
  return { ...history, past, future, here: next, later: next, end: next, changed: trueFrom(history.changed, place) }
}

/** One step back in memory; null when it holds none. */
export function back(history: HeldHistory): Move | null {
  const step = history.past.at(-1)
  const moved = undo(history)
  return step && moved ? { held: { ...history, ...moved.history, here: step.place }, edits: moved.edits } : null
}

/** One step forward in memory; null when it holds none. */
export function forward(history: HeldHistory): Move | null {
  const step = history.future.at(-1)
  const moved = redo(history)
  return step && moved ? { held: { ...history, ...moved.history, here: step.place + 1 }, edits: moved.edits } : null
}

/** Drops all steps on rows that somebody else changed: those in memory now, the others when they are read. */
export function withoutRows(history: HeldHistory, ids: readonly string[]): HeldHistory {
  const changed = new Map([...history.changed, ...ids.map((id) => [id, history.end] as const)])
  return { ...history, ...forget(history, ids), changed }
}

/** What the browser keeps, and after it what was done before that was known; what had been undone then is gone. */
export function onTopOf(kept: Extent, history: HeldHistory): HeldHistory {
  const { here } = kept
  if (history.end === 0) {
    const ids = [...history.changed.keys()]
    return withoutRows({ ...nothingHeld, ...kept, earlier: here, later: here }, ids)
  }
  const moved = (step: PlacedStep) => ({ ...step, place: here + step.place })
  const changed = Array.from(history.changed, ([id, before]) => [id, here + before] as const)
  return {
    past: history.past.map(moved),
    future: history.future.map(moved),
    earlier: here,
    here: here + history.here,
    later: here + history.end,
    end: here + history.end,
    changed: new Map([...trueFrom(kept.changed, here), ...changed]),
  }
}
