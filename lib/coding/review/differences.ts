import { areSame, type Boundaries } from './boundaries'
import type { Difference } from './cluster'
import type { Edge } from './graph'
import { eachAttribute, type Meeting } from './meetings'
import type { PlacedReading } from './placed-readings'
import { unmatchedOf } from './splits'

/** How two annotations differ, or what two coders have in a cluster: before coders and members have their names. */
export interface Found extends Pick<Difference, 'type' | 'attribute' | 'iou'> {
  parties: readonly [number, number]
  /** Places in the list of annotations. */
  nodes: readonly number[]
}

/** All differences of two coders in one component, links left out. @param versions of the parties' codebooks */
export function differencesIn(
  meeting: Meeting,
  readings: readonly PlacedReading[],
  boundaries: Boundaries,
  versions: readonly string[],
): Found[] {
  const { parties, nodes, matches } = meeting
  const found: Found[] = []
  const { splits, omissions } = unmatchedOf(meeting, readings)
  for (const match of matches) {
    const split = splits.get(match)
    if (split) found.push({ type: 'D5', parties, nodes: [match.one, match.other, ...split].sort(ascending) })
    addBetweenPartners(found, match, parties, readings, split ? null : boundaries)
  }
  for (const node of omissions) found.push({ type: 'D1', parties, nodes: [node] })
  const bothCoded = nodes[0].length > 0 && nodes[1].length > 0
  if (bothCoded && versions[parties[0]] !== versions[parties[1]]) {
    found.push({ type: 'D9', parties, nodes: [...nodes[0], ...nodes[1]].sort(ascending) })
  }
  return found
}

function ascending(one: number, other: number): number {
  return one - other
}

/** @param boundaries null where the boundaries are those of a split */
function addBetweenPartners(
  found: Found[],
  { one, other, shared }: Edge,
  parties: Found['parties'],
  readings: readonly PlacedReading[],
  boundaries: Boundaries | null,
): void {
  const [left, right] = [readings[one], readings[other]]
  if (!left || !right || left.rank === right.rank) return
  const nodes = [one, other]
  if (left.code !== right.code) {
    found.push({ type: 'D3', parties, nodes })
    return
  }
  const boundary = boundaries?.difference(left.place, right.place, shared)
  if (boundary) found.push({ type: boundary.type, iou: boundary.iou, parties, nodes })
  eachAttribute(left, right, (key, value, otherValue) => {
    if (value !== otherValue) found.push({ type: 'D4', attribute: key, parties, nodes })
  })
  for (const part of ['source', 'cue'] as const) {
    if (!areSame(left[part], right[part])) found.push({ type: 'D7', attribute: part, parties, nodes })
  }
}
