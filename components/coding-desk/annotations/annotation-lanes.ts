import { type Differing, differing, withStretch } from '../reading/differing'
import { assignLanes } from '../reading/lanes'
import type { DeskAnnotation } from './edits'

/** Annotations in the order of the text, and in which lane each of them is drawn. */
export interface Laned {
  annotations: readonly DeskAnnotation[]
  lanes: readonly number[]
}

const nothingLaned: Laned = { annotations: [], lanes: [] }

/** The stretch, with all to both sides of it with which it shares lanes: at its ends every lane is free. */
function withNeighbours(stretch: Differing, before: Laned, now: readonly DeskAnnotation[]): Differing {
  let { from, now: to } = stretch
  let reach = Number.NEGATIVE_INFINITY
  for (let at = 0; at <= stretch.from; at += 1) {
    const one = now[at]
    if (!one || one.start >= reach) from = at
    if (one && at < stretch.from) reach = Math.max(reach, one.end)
  }
  for (const { end } of before.annotations.slice(from, stretch.before)) reach = Math.max(reach, end)
  for (const { end } of now.slice(from, stretch.now)) reach = Math.max(reach, end)
  for (let one = now[to]; one && one.start < reach; one = now[to]) {
    reach = Math.max(reach, one.end)
    to += 1
  }
  return { from, before: to - stretch.now + stretch.before, now: to }
}

/** The lanes of annotations: found only near what came, went or moved since before. */
export function lanesOf(annotations: readonly DeskAnnotation[], before: Laned = nothingLaned): Laned {
  const stretch = withNeighbours(differing(before.annotations, annotations), before, annotations)
  const anew = assignLanes(annotations.slice(stretch.from, stretch.now), ({ value }) => value.segments)
  return { annotations, lanes: withStretch(before.lanes, stretch, anew) }
}
