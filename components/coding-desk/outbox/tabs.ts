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

/** Whether this browser lets one tab wait for another; it does on secure addresses only. */
export function tabsTakeTurns(): boolean {
  return typeof navigator !== 'undefined' && Boolean(navigator.locks)
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/**
 * Runs the work in one tab at a time. Without locks two tabs may send the same record, which the server answers twice
 * and applies once.
 * @param wait how long to wait for another tab that has the lock: until this is aborted; null or aborted already: not
 *   at all. It ends the waiting only: work that has begun comes to its end.
 */
export async function withCodingLock(
  codingId: string,
  wait: AbortSignal | null,
  work: () => Promise<void>,
): Promise<void> {
  if (!tabsTakeTurns()) return work()
  // A request takes either a signal or "if available", never both.
  const options = wait && !wait.aborted ? { signal: wait } : { ifAvailable: true }
  let hasBegun = false
  try {
    await navigator.locks.request(`framewise-coding-${codingId}`, options, async (lock) => {
      hasBegun = true
      if (lock) await work()
    })
  } catch (error) {
    if (hasBegun || !isAbort(error)) throw error
  }
}
