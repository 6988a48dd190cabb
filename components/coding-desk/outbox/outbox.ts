import type { CodedRow } from '@/lib/coding/change'
import { type CodingView, isHandedIn } from '@/lib/coding/coding-view'
import { backoff } from './answer'
import { draftOf } from './draft'
import { sendLeftovers } from './leftovers'
import { Listeners } from './listeners'
import { isInMemory, MemoryStore } from './memory-store'
import { expectedRows, type Queue, type QueueEvent, reduce } from './queue'
import type { ChangesRecord, OutboxRecord, RecordDraft, RowEdit } from './record'
import { readCoding } from './requests'
import { changedElsewhere, rowsById, withNewer } from './rows'
import { Sender, type SenderState } from './sender'
import { type OutboxSnapshot, paint, type Wish } from './snapshot'
import type { OutboxStore } from './store'
import { StoreHandle } from './store-handle'
import { openChannel, type TabChannel, type TabMessage, tabsTakeTurns, withCodingLock } from './tabs'

interface OutboxParts {
  codingId: string
  rows: readonly CodedRow[]
  submitted: boolean
  /**
   * Rows that changed in another tab: what this tab could undo on them is no longer true.
   * @param conflict whether a change of this browser met a newer state and was made again on top of it
   */
  onForeignRows?(ids: readonly string[], conflict: boolean): void
  /** The coding as the server told it anew. */
  onView?(view: CodingView): void
}

/** What a record wanted, to be done again on the state of now. */
function editsAgain(record: ChangesRecord): RowEdit[] {
  return record.changes.map((change, index) => {
    const after = change.op === 'put' ? change.value : null
    return { kind: change.kind, id: change.id, before: record.before[index] ?? null, after } as RowEdit
  })
}

const unlessAborted = (controller: AbortController | null) =>
  controller && !controller.signal.aborted ? controller : new AbortController()

function rowIdsOf(event: QueueEvent): string[] {
  if (event.type === 'kept' && event.record.kind === 'changes') return event.record.changes.map(({ id }) => id)
  return event.type === 'rebased' || event.type === 'told' ? event.rows.map(({ id }) => id) : []
}

/**
 * The outbox of one coding in one tab. What the coder does is painted at once, kept in the browser's database, sent in
 * order by the one tab that has the coding's lock, and told to the other tabs.
 */
export class Outbox {
  private queue: Queue
  private wishes: Wish[] = []
  private keepFailed = false
  /** Whether what an earlier tab left in this browser was asked for by now. */
  private isOpened = false
  /** Whether the browser could not say it. */
  private isUnread = false
  private isCurrent = false
  private keeping: Promise<void> = Promise.resolve()
  private sender: SenderState = 'idle'
  private store = new StoreHandle()
  /** Where work goes that the browser refuses to keep: it is sent all the same. */
  private readonly memory = new MemoryStore()
  private storeFailures = 0
  private nextTry: ReturnType<typeof setTimeout> | undefined
  private channel: TabChannel | null = null
  /** Ends when nothing more is to be sent. */
  private running: AbortController | null = null
  /** Ends a little earlier: when no other tab is to be waited for. */
  private staying: AbortController | null = null
  private closing = false
  private drained: Promise<void> = Promise.resolve()
  private passing: Promise<void> = Promise.resolve()
  private draining = false
  private drainAgain = false
  private endPause: () => void = () => {}
  /** Lists and submits of this browser that the server has taken, in whichever tab. */
  saved = 0
  private readonly listeners = new Listeners()
  /** What was painted last; null when something happened since. */
  private painted: OutboxSnapshot | null = null

  constructor(private readonly parts: OutboxParts) {
    this.queue = { rows: rowsById(parts.rows), waiting: [], refused: [], clashes: [], submitted: parts.submitted }
  }

  readonly subscribe = (listener: () => void): (() => void) => this.listeners.add(listener)

  /** What is there now, also before it was told: the same object until something happens. */
  readonly snapshot = (): OutboxSnapshot => {
    this.painted ??= this.paint()
    return this.painted
  }

  /**
   * Joins the other tabs, takes up what a dead tab left, and sends.
   * @returns how to leave: what is being kept or sent is brought to its end before
   */
  start(): () => void {
    this.closing = false
    this.running = unlessAborted(this.running)
    this.staying = unlessAborted(this.staying)
    this.channel ??= openChannel(this.parts.codingId, (message) => this.hear(message))
    void this.refresh()
    this.passing = this.pass(this.running.signal)
    return () => {
      this.closing = true
      this.endPause()
      // Not at once: fields that go away with the desk hand over what was just written in them.
      setTimeout(() => void this.leave(), 0)
    }
  }

  private async leave(): Promise<void> {
    await this.keeping
    if (!this.closing) return
    this.staying?.abort()
    await this.drained
    if (!this.closing) return
    this.running?.abort()
    clearTimeout(this.nextTry)
    this.nextTry = undefined
    // What this tab could not send any more is up to the others.
    if (this.queue.waiting.length > 0) this.channel?.post({ wake: true })
    this.channel?.close()
    this.channel = null
    const { store } = this
    this.store = new StoreHandle()
    await this.passing
    store.drop()
  }

  /** Keeps edits as one list that happens as a whole or not at all. */
  edit(edits: readonly RowEdit[]): void {
    this.wish({ edits })
  }

  /** Submits as soon as everything before it has arrived. */
  submit(nothingToCode: boolean): void {
    this.wish({ submit: { nothingToCode } })
  }

  /** Tries at once: what could not be kept, and what waits to be sent. */
  retry(): void {
    void this.tryAgain()
    this.channel?.post({ wake: true })
    this.wake()
  }

  /** Throws a refused record away, or puts it back into the queue on the state of now. */
  async settle(record: OutboxRecord, how: 'discard' | 'again'): Promise<void> {
    if (how === 'again' && record.kind === 'changes') {
      this.wish({ edits: editsAgain(record), insteadOf: record.order })
      return this.keeping
    }
    try {
      await (isInMemory(record) ? this.memory : await this.store.get()).remove(record.order)
      this.tell({ type: 'dropped', order: record.order })
    } catch {
      // It stays where it was, in sight.
      this.onStoreFailure()
    }
  }

  /** The coder has seen both versions of a row and decided. */
  lookedAt(rowId: string): void {
    this.tell({ type: 'looked-at', rowId })
  }

  /** Reads again what the database of this browser and the server have: after a tab slept it may have missed news. */
  async refresh(): Promise<void> {
    await this.reread()
    this.wake()
    const view = await readCoding(this.parts.codingId).catch(() => null)
    // Without an answer what the page came with is the best there is.
    this.isCurrent = true
    if (view) this.hearServer(view)
    else this.repaint()
  }

  private hearServer(view: CodingView): void {
    this.parts.onView?.(view)
    const foreign = changedElsewhere(expectedRows(this.queue), view.rows)
    if (foreign.length > 0) this.parts.onForeignRows?.(foreign, false)
    this.apply({ type: 'told', rows: view.rows, submitted: isHandedIn(view.state) })
  }

  private wish(wish: Wish): void {
    this.wishes.push(wish)
    this.painted = null
    this.keepNext()
    this.listeners.tellNow()
  }

  private keepNext(): void {
    this.keeping = this.keeping.then(() => this.keepAll())
  }

  private async keepAll(): Promise<void> {
    try {
      await this.keepMemory().catch(() => this.onStoreFailure())
      for (let wish = this.wishes[0]; wish; wish = this.wishes[0]) await this.keep(wish)
      this.keepFailed = false
    } catch {
      this.keepFailed = true
      this.onStoreFailure()
    }
    this.repaint()
    this.wake()
  }

  private async keep(wish: Wish): Promise<void> {
    const insteadOf = 'edits' in wish ? wish.insteadOf : undefined
    const draft = this.draft(wish)
    const record = draft && (await this.keepDraft(draft, insteadOf))
    if (!draft && insteadOf !== undefined) await (await this.store.get()).remove(insteadOf)
    this.wishes.shift()
    if (record) this.tell({ type: 'kept', record })
    if (insteadOf !== undefined) this.tell({ type: 'dropped', order: insteadOf })
  }

  private async keepDraft(draft: RecordDraft, insteadOf?: number): Promise<OutboxRecord> {
    if (this.memory.hasWork) return this.memory.keep(draft)
    try {
      const record = await (await this.store.get()).keep(draft, insteadOf)
      this.storeFailures = 0
      return record
    } catch (error) {
      // What the browser has goes first, and what is to be replaced there stays until it can be.
      if (insteadOf !== undefined || this.queue.waiting.length > 0) throw error
      this.onStoreFailure()
      return this.memory.keep(draft)
    }
  }

  /** Gives the browser what it refused before. What is under way meanwhile may arrive twice: it counts once. */
  private async keepMemory(): Promise<void> {
    for (const { order, ...draft } of this.memory.waiting) {
      const record = await (await this.store.get()).keep(draft)
      await this.memory.remove(order)
      this.tell({ type: 'dropped', order })
      this.tell({ type: 'kept', record })
    }
  }

  private draft(wish: Wish): RecordDraft | null {
    const { codingId } = this.parts
    const at = new Date().toISOString()
    if ('edits' in wish) return draftOf(codingId, wish.edits, expectedRows(this.queue), at)
    return { kind: 'submit', codingId, at, attempted: false, nothingToCode: wish.submit.nothingToCode }
  }

  private async reread(): Promise<void> {
    try {
      const records = await (await this.store.get()).list(this.parts.codingId)
      this.isUnread = false
      this.apply({ type: 'read', records: [...records, ...(await this.memory.list())] })
    } catch {
      this.isUnread = true
      this.keepFailed = true
      this.onStoreFailure()
    }
    this.isOpened = true
    this.repaint()
  }

  /** After a failure the database is opened anew, soon at first and then more and more seldom. */
  private onStoreFailure(): void {
    this.store.drop()
    if (this.closing || this.nextTry) return
    this.nextTry = setTimeout(
      () => {
        this.nextTry = undefined
        void this.tryAgain()
      },
      backoff(this.storeFailures++, Math.random()),
    )
  }

  private async tryAgain(): Promise<void> {
    if (this.isUnread) await this.reread()
    this.keepNext()
  }

  private wake(): void {
    this.endPause()
    if (this.queue.waiting.length === 0 || this.running?.signal.aborted) return
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
        for (const store of await this.stores()) {
          const wait = this.staying?.signal ?? null
          await withCodingLock(this.parts.codingId, wait, () => this.senderFor(store, signal).drain())
        }
      } while (this.drainAgain && !signal.aborted)
    } catch {
      this.setSender('waiting')
      this.onStoreFailure()
    }
    this.draining = false
    if (this.drainAgain) this.wake()
  }

  /** Where there may be something to send, in its order. */
  private async stores(): Promise<OutboxStore[]> {
    if (!this.memory.hasWork) return [await this.store.get()]
    const kept = await this.store.get().then(
      (store) => [store],
      () => [],
    )
    return [...kept, this.memory]
  }

  private senderFor(store: OutboxStore, signal: AbortSignal): Sender {
    return new Sender({
      codingId: this.parts.codingId,
      store,
      signal,
      rowsWith: (rows) => withNewer(this.queue.rows, rows),
      onEvent: (event) => this.tell(event, event.type === 'rebased'),
      onState: (state) => {
        this.setSender(state)
        this.channel?.post({ state })
      },
      pause: (milliseconds) => this.pause(milliseconds),
    })
  }

  /** Looks after what other codings left. Trouble there is none of this desk's: it stays kept for the next one. */
  private async pass(signal: AbortSignal): Promise<void> {
    await this.store
      .get()
      .then((store) => sendLeftovers(this.parts.codingId, store, signal))
      .catch(() => {})
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.closing) this.running?.abort()
    if (this.closing) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private hear(message: TabMessage): void {
    if ('wake' in message) this.wake()
    else if ('state' in message) this.setSender(message.state)
    else this.hearEvent(message.event)
  }

  private hearEvent(event: QueueEvent): void {
    this.apply(event, true)
    // The tab that kept it may be closed before it has sent it: this one stands in line behind it.
    if (event.type === 'kept' && tabsTakeTurns()) this.wake()
  }

  /** Applies an event here and tells the other tabs. */
  private tell(event: QueueEvent, foreign = false): void {
    this.apply(event, foreign)
    this.channel?.post({ event })
  }

  private apply(event: QueueEvent, foreign = false): void {
    this.queue = reduce(this.queue, event)
    if (event.type === 'stored' || event.type === 'submitted') this.saved += 1
    const ids = rowIdsOf(event)
    if (foreign && ids.length > 0) this.parts.onForeignRows?.(ids, event.type !== 'kept')
    this.repaint()
  }

  private setSender(state: SenderState): void {
    this.sender = state
    this.repaint()
  }

  private paint(): OutboxSnapshot {
    const { queue, wishes, sender, isOpened, isCurrent, keepFailed } = this
    return paint({ queue, wishes, sender, isOpened, isCurrent, keepFailed })
  }

  private repaint(): void {
    this.painted = null
    this.listeners.tellSoon()
  }
}
