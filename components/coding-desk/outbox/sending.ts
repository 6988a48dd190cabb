import type { CodedRow } from '@/lib/coding/change'
import { afterFrame } from '../after-frame'
import type { MemoryStore } from './memory-store'
import type { QueueEvent } from './queue'
import type { Rows } from './rows'
import { Sender, type SenderState, type SendingStore } from './sender'
import type { OutboxStore } from './store'
import { withCodingLock } from './tabs'

interface SendingParts {
  codingId: string
  /** @throws while the browser keeps nothing */
  ofBrowser(): Promise<OutboxStore>
  /** Holds what the browser refuses to keep: it is sent all the same. */
  memory: MemoryStore
  hasWaiting(): boolean
  /** The server's rows laid under those a conflict tells. */
  rowsWith(current: readonly CodedRow[]): Rows
  onEvent(event: QueueEvent): void
  onState(state: SenderState): void
  /** It was this tab's turn, and the browser's database has nothing to send any more. */
  onDrained(): Promise<void>
  /** The browser did not say what there is to send. */
  onFailure(): void
}

const unlessAborted = (controller: AbortController | null) =>
  controller && !controller.signal.aborted ? controller : new AbortController()

/** Sends what waits as soon as it is this tab's turn, and again whenever it is woken. */
export class Sending {
  /** Ends when nothing more is to be sent. */
  private running: AbortController | null = null
  /** Ends a little earlier: when no other tab is to be waited for. */
  private staying: AbortController | null = null
  private hurries = false
  private drained: Promise<void> = Promise.resolve()
  private draining = false
  private drainAgain = false
  private endPause: () => void = () => {}

  constructor(private readonly parts: SendingParts) {}

  /** Begins, or goes on if it has not ended yet. @returns what ends with the sending */
  begin(): AbortSignal {
    this.hurries = false
    this.running = unlessAborted(this.running)
    this.staying = unlessAborted(this.staying)
    return this.running.signal
  }

  /** The tab is about to be left: from now on nothing is tried a second time. */
  hurry(): void {
    this.hurries = true
    this.endPause()
  }

  /** Brings to its end what this tab is sending; another tab is not waited for. */
  finish(): Promise<void> {
    this.staying?.abort()
    return this.drained
  }

  end(): void {
    this.running?.abort()
  }

  wake(): void {
    this.endPause()
    if (!this.parts.hasWaiting() || this.running?.signal.aborted) return
    if (this.draining) this.drainAgain = true
    else this.drained = this.drain()
  }

  private async drain(): Promise<void> {
    const signal = this.running?.signal
    if (!signal) return
    this.draining = true
    try {
      do {
        this.drainAgain = false
        // What is kept can be sent a little later: the browser has the frame to draw that shows it.
        if (!this.hurries) await new Promise<void>((resolve) => afterFrame(resolve))
        for (const store of await this.stores()) {
          const wait = this.staying?.signal ?? null
          await withCodingLock(this.parts.codingId, wait, () => this.empty(store, signal))
        }
      } while (this.drainAgain && !signal.aborted)
    } catch {
      this.parts.onFailure()
    }
    this.draining = false
    if (this.drainAgain) this.wake()
  }

  private async empty(store: SendingStore, signal: AbortSignal): Promise<void> {
    await this.senderFor(store, signal).drain()
    if (!signal.aborted && store !== this.parts.memory) await this.parts.onDrained()
  }

  /** Where there may be something to send, in its order. */
  private async stores(): Promise<SendingStore[]> {
    const { memory } = this.parts
    if (!memory.hasWork) return [await this.parts.ofBrowser()]
    const kept = await this.parts.ofBrowser().then(
      (store) => [store],
      () => [],
    )
    return [...kept, memory]
  }

  private senderFor(store: SendingStore, signal: AbortSignal): Sender {
    const { codingId, rowsWith, onEvent, onState } = this.parts
    const pause = (milliseconds: number) => this.pause(milliseconds)
    return new Sender({ codingId, store, signal, rowsWith, onEvent, onState, pause })
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.hurries) {
      this.end()
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
