import { sharedBy } from './boundaries'
import type { Edge } from './graph'
import type { Meeting } from './meetings'
import type { PlacedReading } from './placed-readings'

/** What two coders have beyond the partners. */
export interface Unmatched {
  /**
   * Annotations without a partner that lie on a pair of partners of their code, by that pair: what one coder has in one
   * piece, the other has in several that lie side by side.
   */
  splits: ReadonlyMap<Edge, readonly number[]>
  /** All others without a partner. */
  omissions: readonly number[]
}

const noSplits: ReadonlyMap<Edge, readonly number[]> = new Map()

/** @param readings annotations of the document */
export function unmatchedOf({ nodes, edges, matches }: Meeting, readings: readonly PlacedReading[]): Unmatched {
  if (matches.length === 0) return { splits: noSplits, omissions: [...nodes[0], ...nodes[1]] }
  if (2 * matches.length === nodes[0].length + nodes[1].length) return { splits: noSplits, omissions: [] }
  const taken = new Map<number, Edge>()
  for (const match of matches) {
    taken.set(match.one, match)
    taken.set(match.other, match)
  }
  const splits = new Map<Edge, number[]>()
  const omissions: number[] = []
  for (const node of [...nodes[0], ...nodes[1]]) {
    if (taken.has(node)) continue
    const split = splitPair(node, edges, taken, readings)
    if (split) splits.set(split, [...(splits.get(split) ?? []), node])
    else omissions.push(node)
  }
  return { splits, omissions }
}

/** The pair of partners that the annotation splits and shares most text with; the first of equals. */
function splitPair(
  node: number,
  edges: readonly Edge[],
  taken: ReadonlyMap<number, Edge>,
  readings: readonly PlacedReading[],
): Edge | undefined {
  let [most, found]: [number, Edge | undefined] = [0, undefined]
  let nearest = Number.POSITIVE_INFINITY
  for (const { one, other, shared } of edges) {
    if (one !== node && other !== node) continue
    const neighbour = one === node ? other : one
    const pair = taken.get(neighbour)
    if (!pair || !isSplit(readings[node], readings[neighbour], readings[pair.one], readings[pair.other])) continue
    if (shared > most || (shared === most && neighbour < nearest)) [most, found, nearest] = [shared, pair, neighbour]
  }
  return found
}

/** Whether all are of one code, and the annotation lies beside the one of its own coder rather than stacked on it. */
function isSplit(
  own: PlacedReading | undefined,
  whole: PlacedReading | undefined,
  ...[one, other]: (PlacedReading | undefined)[]
): boolean {
  const beside = one === whole ? other : one
  if (!own || !whole || !beside || own.code !== whole.code || own.code !== beside.code) return false
  return 2 * sharedBy(own.place, beside.place) < Math.min(own.length, beside.length)
}
