import { sharedBy } from './boundaries'
import type { PlacedReading } from './placed-readings'

/** Two annotations of different coders that say something of the same words. */
export interface Edge {
  /** Places in the list of annotations; `one` is that of the coder who comes first. */
  one: number
  other: number
  /** Code points in both. */
  shared: number
}

/** A connected component: its annotations in their order, and the edges between them. */
export interface Component {
  nodes: number[]
  edges: Edge[]
}

/**
 * The connected components of the annotations of a document. An edge joins annotations of different coders and one
 * family that share text, and have the same code, the same target, or one of which names no target: different codes for
 * different targets on one stretch stand side by side.
 * @param readings as `placedReadings` sorts them
 */
export function components(readings: readonly PlacedReading[]): Component[] {
  const edges = edgesOf(readings)
  const parents = Int32Array.from(readings.keys())
  for (const { one, other } of edges) parents[rootOf(parents, one)] = rootOf(parents, other)
  const byRoot = new Map<number, Component>()
  readings.forEach((_, i) => {
    const root = rootOf(parents, i)
    const component = byRoot.get(root)
    if (component) component.nodes.push(i)
    else byRoot.set(root, { nodes: [i], edges: [] })
  })
  for (const edge of edges) byRoot.get(rootOf(parents, edge.one))?.edges.push(edge)
  return [...byRoot.values()]
}

/** A sweep over the text: only annotations that have begun and not ended yet are looked at. */
function edgesOf(readings: readonly PlacedReading[]): Edge[] {
  const edges: Edge[] = []
  const begun: number[] = []
  readings.forEach((right, other) => {
    let kept = 0
    for (const one of begun) {
      const left = readings[one]
      if (!left || left.family !== right.family || left.end <= right.start) continue
      begun[kept] = one
      kept += 1
      const shared = conflictingText(left, right)
      if (shared > 0) edges.push(left.party < right.party ? { one, other, shared } : { one: other, other: one, shared })
    }
    begun.length = kept
    begun.push(other)
  })
  return edges
}

/** Code points in both, where both could not be right; 0 where nothing joins them. */
function conflictingText(left: PlacedReading, right: PlacedReading): number {
  if (left.party === right.party || !mayConflict(left, right)) return 0
  return sharedBy(left.place, right.place)
}

function mayConflict(left: PlacedReading, right: PlacedReading): boolean {
  if (left.code === right.code || left.targets.length === 0 || right.targets.length === 0) return true
  return left.targets.some((target) => right.targets.includes(target))
}

function rootOf(parents: Int32Array, node: number): number {
  let root = node
  while (parents[root] !== root) root = parents[root] ?? root
  for (let at = node; at !== root; ) {
    const next = parents[at] ?? root
    parents[at] = root
    at = next
  }
  return root
}
