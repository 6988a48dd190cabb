import type { CDPSession } from 'playwright-core'

/** The heap of a page as the browser writes it down: nodes one after the other, each as so many numbers. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [types: string[], ...unknown[]] } }
  nodes: number[]
}

export async function heapSnapshot(session: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  return JSON.parse(chunks.join(''))
}

/** Compiled code, and what the browser keeps beside the scripts. */
const notHeld = new Set(['code', 'native', 'object shape', 'hidden', 'synthetic'])

/** @returns bytes of all objects, arrays, strings and functions of the scripts */
export function heldIn({ snapshot, nodes }: HeapSnapshot): number {
  const { node_fields: fields, node_types: kinds } = snapshot.meta
  // The type is the first field, and the only one whose values have names.
  const [types] = kinds
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    const name = types[nodes[node + type] ?? -1]
    if (name !== undefined && !notHeld.has(name)) bytes += nodes[node + size] ?? 0
  }
  return bytes
}
