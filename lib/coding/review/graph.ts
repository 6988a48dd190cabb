import { sharedBy } from './boundaries'
import type { PlacedReading } from './placed-readings'

/** Two annotations of different coders that say something of the same words. */
export interface Edge {
  /** Places in the list of annotations. */
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
  let begun: number[] = []
  readings.forEach((right, other) => {
    begun = begun.filter((one) => {
      const left = readings[one]
      return left !== undefined && left.family === right.family && left.end > right.start
    })
    for (const one of begun) {
      const left = readings[one]
      if (!left || left.party === right.party || !mayConflict(left, right)) continue
      const shared = sharedBy(left.place, right.place)
      if (shared > 0) edges.push({ one, other, shared })
    }
    begun.push(other)
  })
  return edges
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
