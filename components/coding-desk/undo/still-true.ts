import { sameValue } from '../annotations/same-value'
import type { RowValue } from '../outbox/record'
import type { Rows } from '../outbox/rows'
import type { ChangedRows, HeldHistory, PlacedStep } from './held-history'

/** What a row says somewhere on the way through a history; null where it does not exist. */
type Standing = (id: string) => RowValue | null

const ways = {
  back: { finds: 'after', leaves: 'before' },
  forward: { finds: 'before', leaves: 'after' },
} as const

/** Which way one goes through steps, from what stands. */
export type Way = keyof typeof ways

function onTheWay<T>(list: readonly T[], way: Way): readonly T[] {
  return way === 'back' ? [...list].reverse() : list
}

/**
 * What stands at the end of what is in memory that one goes to. The steps in memory say it of the rows they are about:
 * the rows of now may not yet be told of the last of them.
 */
export function standingAtEnd({ past, future }: HeldHistory, rows: Rows, way: Way): Standing {
  const inOrder = [...past, ...onTheWay(future, 'back')]
  const edits = onTheWay(inOrder, way).flatMap((step) => onTheWay(step.edits, way))
  const known = new Map(edits.map((edit) => [edit.id, edit[ways[way].leaves]]))
  return (id) => {
    const row = rows.get(id)
    return known.has(id) ? (known.get(id) ?? null) : row && !row.deleted ? row.value : null
  }
}

/**
 * As many of the steps that come next as are still true: going on step by step from what stands, each must find what it
 * left. Where one does not, somebody else has changed the row in the meantime: it is dropped, with all that comes
 * behind it on that row.
 * @param steps in the order in which they were made
 */
export function stillTrue(steps: readonly PlacedStep[], way: Way, standing: Standing, changed: ChangedRows) {
  const { finds, leaves } = ways[way]
  const now = new Map<string, RowValue | null>()
  const lost = new Map(changed)
  const isTrue = ({ edits, place }: PlacedStep) => {
    const left = new Map<string, RowValue | null>()
    const stands = (id: string) => [left, now].find((of) => of.has(id))?.get(id) ?? null
    const untrue = onTheWay(edits, way).filter((edit) => {
      if (!left.has(edit.id) && !now.has(edit.id)) now.set(edit.id, standing(edit.id))
      const isFound = place >= (lost.get(edit.id) ?? 0) && sameValue(stands(edit.id), edit[finds])
      left.set(edit.id, edit[leaves])
      return !isFound
    })
    for (const { id } of untrue) lost.set(id, way === 'back' ? Math.max(lost.get(id) ?? 0, place + 1) : Infinity)
    if (untrue.length === 0) for (const [id, value] of left) now.set(id, value)
    return untrue.length === 0
  }
  const kept = onTheWay(steps, way).filter(isTrue)
  return { steps: onTheWay(kept, way), changed: way === 'back' ? lost : changed }
}
