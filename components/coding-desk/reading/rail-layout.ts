/** A mark at the margin: how far an annotation reaches on the page, in pixels below the top of the text. */
export interface RailMark {
  id: string
  top: number
  bottom: number
}

export interface PlacedMark extends RailMark {
  /** Where its name stands; null where there is no room near its first line. */
  labelTop: number | null
}

export const labelHeight = 20
const farthest = 3 * labelHeight

/** Going down the page, a name moves down until it is free, but never far away from what it names. */
export function placeMarks(marks: readonly RailMark[]): PlacedMark[] {
  let free = Number.NEGATIVE_INFINITY
  const order = [...marks].sort((a, b) => a.top - b.top || b.bottom - a.bottom || (a.id < b.id ? -1 : 1))
  return order.map((mark) => {
    const labelTop = Math.max(mark.top, free)
    const hasRoom = labelTop - mark.top <= farthest
    if (hasRoom) free = labelTop + labelHeight
    return { ...mark, labelTop: hasRoom ? labelTop : null }
  })
}
