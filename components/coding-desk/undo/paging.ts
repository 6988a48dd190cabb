import type { Rows } from '../outbox/rows'
import type { HeldHistory, PlacedStep } from './held-history'
import { standingAtEnd, stillTrue, type Way } from './still-true'

/** So many steps are read at a time. */
export const pageSize = 64

/** A page of steps as the browser keeps it. */
export interface Page {
  /** In the order in which they were made; not one when there are no more. */
  steps: readonly PlacedStep[]
  /** Whether more come behind it. */
  hasMore: boolean
}

/** On which side a page is to be read: where less than half a page is in memory and the browser keeps more. */
export function missingSide({ past, future, earlier, later, end }: HeldHistory): Way | null {
  if (earlier > 0 && past.length < pageSize / 2) return 'back'
  if (later < end && future.length < pageSize / 2) return 'forward'
  return null
}

/** With the page that comes before what is in memory, or after it, as far as it is still true. */
export function withPage(held: HeldHistory, way: Way, page: Page, rows: Rows): HeldHistory {
  const { steps, changed } = stillTrue(page.steps, way, standingAtEnd(held, rows, way), held.changed)
  if (way === 'back') {
    const earlier = page.hasMore ? (page.steps[0]?.place ?? 0) : 0
    return { ...held, past: [...steps, ...held.past], earlier, changed }
  }
  const last = page.hasMore ? page.steps.at(-1) : undefined
  return {
    ...held,
    future: [...[...steps].reverse(), ...held.future],
    later: last ? last.place + 1 : held.end,
    changed,
  }
}

/**
 * Without the pages farthest from what was done last, where more than two are in memory.
 * @param isKept whether the browser keeps a step: only such a one may leave memory
 */
export function withinBounds(held: HeldHistory, isKept: (step: PlacedStep) => boolean): HeldHistory {
  const mayLeave = (steps: readonly PlacedStep[]) =>
    steps.length > 2 * pageSize && steps.slice(0, pageSize).every((step) => isKept(step))
  let { past, future, earlier, later } = held
  while (mayLeave(past)) {
    past = past.slice(pageSize)
    earlier = past[0]?.place ?? earlier
  }
  while (mayLeave(future)) {
    later = future[pageSize - 1]?.place ?? later
    future = future.slice(pageSize)
  }
  return { ...held, past, future, earlier, later }
}
