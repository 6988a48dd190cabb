import { assignLanes } from './lanes'

/** A mark at the margin: how far an annotation reaches on the page, in pixels below the top of the text. */
export interface RailMark {
  top: number
  bottom: number
}

export type Placed<Mark extends RailMark> = Mark & {
  /** Its place beside the text, counted from 0 (next to the words). */
  lane: number
  /** Where its name stands; null where there is no room near its first line. */
  labelTop: number | null
}

export const labelHeight = 20
const farthest = 3 * labelHeight

/** Going down the page, a name moves down until it is free, but never far away from what it names. */
function labelTops(marks: readonly RailMark[]): (number | null)[] {
  let free = Number.NEGATIVE_INFINITY
  return marks.map(({ top }) => {
    const labelTop = Math.max(top, free)
    if (labelTop - top > farthest) return null
    free = labelTop + labelHeight
    return labelTop
  })
}

/**
 * Gives each mark a place of its own and its name one near its first line. What shares no words may share a line of the
 * page: the lanes of the text do not keep bars apart.
 * @param marks in the order of the text: so stand the names of what begins in one line
 */
export function placeMarks<Mark extends RailMark>(marks: readonly Mark[]): Placed<Mark>[] {
  const order = [...marks].sort((a, b) => a.top - b.top)
  const lanes = assignLanes(order, ({ top, bottom }) => [{ start: top, end: bottom }])
  const labels = labelTops(order)
  return order.map((mark, at) => ({ ...mark, lane: lanes[at] ?? 0, labelTop: labels[at] ?? null }))
}
