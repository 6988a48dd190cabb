import type { QueueEvent } from './queue'
import type { SenderState } from './sender'

/** What the tabs of one browser tell each other about a coding. */
export type TabMessage = { event: QueueEvent } | { state: SenderState } | { wake: true }

export interface TabChannel {
  post(message: TabMessage): void
  close(): void
}

/** Joins the talk of all tabs that have this coding open; a browser without such a channel has a quiet one. */
export function openChannel(codingId: string, onMessage: (message: TabMessage) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} }
  const channel = new BroadcastChannel(`framewise-coding-${codingId}`)
  channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data)
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}

/**
 * Runs the work in one tab at a time. Browsers offer locks on secure addresses only; without them two tabs may send the
 * same record, which the server answers twice and applies once.
 * @param ifFree give up at once when another tab has the lock
 */
export async function withCodingLock(codingId: string, ifFree: boolean, work: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work()
  const name = `framewise-coding-${codingId}`
  await navigator.locks.request(name, { ifAvailable: ifFree }, async (lock) => {
    if (lock) await work()
  })
}
