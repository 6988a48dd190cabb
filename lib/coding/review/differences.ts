import { areSame, type Boundaries } from './boundaries'
import type { Difference, Member } from './cluster'
import type { Edge } from './graph'
import { eachAttribute, type Meeting } from './meetings'
import type { PlacedReading } from './placed-readings'
import { unmatchedOf } from './splits'

/** All differences of two coders in one component, links left out. @param versions of the parties' codebooks */
export function differencesIn(
  meeting: Meeting,
  readings: readonly PlacedReading[],
  boundaries: Boundaries,
  versions: readonly string[],
): Difference[] {
  const { parties, coders, nodes, matches } = meeting
  const found: Difference[] = []
  const { splits, omissions } = unmatchedOf(meeting, readings)
  for (const match of matches) {
    const split = splits.get(match)
    if (split) {
      const members = membersOf([match.one, match.other, ...split], readings)
      found.push({ type: 'D5', coders, members })
    }
    addBetweenPartners(found, match, coders, readings, split ? null : boundaries)
  }
  for (const node of omissions) {
    const omitted = readings[node]
    if (omitted) found.push({ type: 'D1', coders, members: [omitted.member] })
  }
  const bothCoded = nodes[0].length > 0 && nodes[1].length > 0
  if (bothCoded && versions[parties[0]] !== versions[parties[1]]) {
    found.push({ type: 'D9', coders, members: membersOf([...nodes[0], ...nodes[1]], readings) })
  }
  return found
}

/** What these annotations are called, by coder and place. */
export function membersOf(nodes: readonly number[], readings: readonly PlacedReading[]): Member[] {
  const placed: PlacedReading[] = []
  for (const node of [...nodes].sort(ascending)) {
    const reading = readings[node]
    if (reading) placed.push(reading)
  }
  return placed.sort((one, other) => one.party - other.party).map(({ member }) => member)
}

function ascending(one: number, other: number): number {
  return one - other
}

/** @param boundaries null where the boundaries are those of a split */
function addBetweenPartners(
  found: Difference[],
  { one, other, shared }: Edge,
  coders: Difference['coders'],
  readings: readonly PlacedReading[],
  boundaries: Boundaries | null,
): void {
  const [left, right] = [readings[one], readings[other]]
  if (!left || !right || left.rank === right.rank) return
  const members = [left.member, right.member]
  if (left.code !== right.code) {
    found.push({ type: 'D3', coders, members })
    return
  }
  const boundary = boundaries?.difference(left.place, right.place, shared)
  if (boundary) found.push({ type: boundary.type, coders, members, iou: boundary.iou })
  eachAttribute(left, right, (attribute, value, otherValue) => {
    if (value !== otherValue) found.push({ type: 'D4', coders, members, attribute })
  })
  for (const part of ['source', 'cue'] as const) {
    if (!areSame(left[part], right[part])) found.push({ type: 'D7', coders, members, attribute: part })
  }
}
