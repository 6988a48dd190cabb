import { Sender } from './sender'
import type { OutboxStore } from './store'
import { openChannel, withCodingLock } from './tabs'

async function sendInPassing(codingId: string, store: OutboxStore, signal: AbortSignal): Promise<void> {
  const channel = openChannel(codingId, () => {})
  const sender = new Sender({
    ...{ codingId, store, signal, inPassing: true },
    rowsWith: () => new Map(),
    onEvent: (event) => channel.post({ event }),
    onState: () => {},
    pause: () => Promise.resolve(),
  })
  try {
    await withCodingLock(codingId, null, () => sender.drain())
  } finally {
    channel.close()
  }
}

/**
 * Sends what other codings of this browser still have, one after the other, if it goes without trouble.
 * @param open the coding that is open here: its own outbox sends it
 * @param signal ends it after the record that is on its way
 */
export async function sendLeftovers(open: string, store: OutboxStore, signal: AbortSignal): Promise<void> {
  for (const codingId of await store.codingsWaiting()) {
    if (signal.aborted) return
    if (codingId !== open) await sendInPassing(codingId, store, signal)
  }
}
