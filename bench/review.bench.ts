import { clustersBench } from './review/clusters'
import { goldBench } from './review/gold'
import { queueBench } from './review/queue'

/** Parts by name; each prints tables of its own. */
const parts: Record<string, (options: readonly string[]) => void | Promise<void>> = {
  clusters: clustersBench,
  gold: goldBench,
  queue: queueBench,
}

/**
 * The review of disagreements, 10 coders x 1,000 documents x 100 annotations beside a tenth of the documents.
 * @param options the part, all by default; then how many documents, 1,000 by default
 */
export async function bench([part, ...options]: readonly string[]): Promise<void> {
  const named = part === undefined ? undefined : parts[part]
  if (part !== undefined && !named) throw new RangeError(`The parts are ${Object.keys(parts).join(', ')}`)
  for (const run of named ? [named] : Object.values(parts)) await run(options)
}
