import { assignLanes, inTextOrder } from '../lanes'

/** A mark at the margin: how far an annotation reaches on the page, in pixels below the top of the text. */
export interface RailMark {
  id: string
  top: number
  bottom: number
}

export interface PlacedMark extends RailMark {
  lane: number
  /** Where its name stands; null where there is no room near its first line. */
  labelTop: number | null
}

export const labelHeight = 20
const farthest = 3 * labelHeight

/**
 * Finds a place for every bar and, going down the page, for every name: a name moves down until it is free, but never
 * far away from what it names.
 */
export function placeMarks(marks: readonly RailMark[]): PlacedMark[] {
  const spans = marks.map(({ id, top, bottom }) => ({ id, start: top, end: bottom }))
  const lanes = assignLanes(spans)
  let free = Number.NEGATIVE_INFINITY
  return inTextOrder(spans).map(({ id, start, end }) => {
    const labelTop = Math.max(start, free)
    const hasRoom = labelTop - start <= farthest
    if (hasRoom) free = labelTop + labelHeight
    return { id, top: start, bottom: end, lane: lanes.get(id) ?? 0, labelTop: hasRoom ? labelTop : null }
  })
}
