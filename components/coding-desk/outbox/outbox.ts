import type { CodedRow } from '@/lib/coding/change'
import { type CodingView, isHandedIn } from '@/lib/coding/coding-view'
import { backoff } from './answer'
import { Keeper } from './keeper'
import { sendLeftovers } from './leftovers'
import { Listeners } from './listeners'
import { isInMemory, MemoryStore } from './memory-store'
import { expectedRows, type Queue, type QueueEvent, reduce } from './queue'
import type { ChangesRecord, OutboxRecord, RowEdit } from './record'
import { readCoding } from './requests'
import { changedElsewhere, knownRows, withNewer } from './rows'
import type { SenderState } from './sender'
import { Sending } from './sending'
import { type OutboxSnapshot, paint, type Wish } from './snapshot'
import { StoreHandle } from './store-handle'
import { openChannel, type TabChannel, type TabMessage, tabsTakeTurns } from './tabs'

interface OutboxParts {
  codingId: string
  rows: readonly CodedRow[]
  submitted: boolean
  /**
   * Rows that changed in another tab or on another device: what this tab could undo on them is no longer true.
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

function rowIdsOf(event: QueueEvent): string[] {
  if (event.type === 'kept' && event.record.kind === 'changes') return event.record.changes.map(({ id }) => id)
  return event.type === 'rebased' || event.type === 'told' ? event.rows.map(({ id }) => id) : []
}

/** Whether the server told the sender, instead of taking a change, what others did to its rows. */
const isByOthers = ({ type }: QueueEvent) => type === 'rebased' || type === 'told'

/**
 * The outbox of one coding in one tab. What the coder does is painted at once, kept in the browser's database, sent in
 * order by the one tab that has the coding's lock, and told to the other tabs.
 */
export class Outbox {
  private queue: Queue
  /** Whether what an earlier tab left in this browser was asked for by now. */
  private isOpened = false
  /** Whether the browser could not say it. */
  private isUnread = false
  private isCurrent = false
  private sender: SenderState = 'idle'
  private store = new StoreHandle()
  /** Where work goes that the browser refuses to keep: it is sent all the same. */
  private readonly memory = new MemoryStore()
  private storeFailures = 0
  private nextTry: ReturnType<typeof setTimeout> | undefined
  private channel: TabChannel | null = null
  private closing = false
  private passing: Promise<void> = Promise.resolve()
  private readonly keeper: Keeper
  private readonly sending: Sending
  /** Lists and submits of this browser that the server has taken, in whichever tab. */
  saved = 0
  private readonly listeners = new Listeners()
  /** What was painted last; null when something happened since. */
  private painted: OutboxSnapshot | null = null

  constructor(private readonly parts: OutboxParts) {
    this.queue = { rows: knownRows(parts.rows), waiting: [], refused: [], clashes: [], submitted: parts.submitted }
    const { codingId } = parts
    const stores = { ofBrowser: () => this.store.get(), memory: this.memory }
    this.keeper = new Keeper({
      ...{ codingId, ...stores },
      expected: () => expectedRows(this.queue),
      hasWaiting: () => this.queue.waiting.length > 0,
      onEvent: (event) => this.tell(event),
      onFailure: () => this.onStoreFailure(),
      onKept: () => {
        this.storeFailures = 0
      },
      onDone: () => {
        this.repaint()
        this.sending.wake()
      },
    })
    this.sending = new Sending({
      ...{ codingId, ...stores },
      hasWaiting: () => this.queue.waiting.length > 0,
      rowsWith: (rows) => withNewer(this.queue.rows, rows),
      onEvent: (event) => this.tell(event, isByOthers(event)),
      onState: (state) => {
        this.setSender(state)
        this.channel?.post({ state })
      },
      onDrained: () => this.rereadSent(),
      onFailure: () => {
        this.setSender('waiting')
        this.onStoreFailure()
      },
    })
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
    const signal = this.sending.begin()
    this.channel ??= openChannel(this.parts.codingId, (message) => this.hear(message))
    void this.refresh()
    this.passing = this.pass(signal)
    return () => {
      this.closing = true
      this.sending.hurry()
      // Not at once: fields that go away with the desk hand over what was just written in them.
      setTimeout(() => void this.leave(), 0)
    }
  }

  private async leave(): Promise<void> {
    await this.keeper.done
    if (!this.closing) return
    await this.sending.finish()
    if (!this.closing) return
    if (this.isAtRisk) return this.leaveLater()
    this.sending.end()
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

  /** Whether something would be lost with the tab. */
  private get isAtRisk(): boolean {
    return this.keeper.wishes.length > 0 || this.memory.hasWork
  }

  /** The desk is gone, the tab is not: what only the tab has is tried again until the browser or the server has it. */
  private leaveLater(): void {
    clearTimeout(this.nextTry)
    this.nextTry = setTimeout(
      () => {
        this.nextTry = undefined
        if (!this.closing) return void this.tryAgain()
        this.sending.begin()
        this.sending.hurry()
        this.keeper.again()
        void this.leave()
      },
      backoff(this.storeFailures++, Math.random()),
    )
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
    this.sending.wake()
  }

  /** Puts a refused list of changes back into the queue, on the state of now. */
  again(record: ChangesRecord): Promise<void> {
    this.wish({ edits: editsAgain(record), insteadOf: record.order })
    return this.keeper.done
  }

  /** Throws a refused record away. */
  async discard(record: OutboxRecord): Promise<void> {
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
    this.sending.wake()
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
    this.keeper.keep(wish)
    this.painted = null
    this.listeners.tellNow()
  }

  private async reread(): Promise<void> {
    try {
      const records = await (await this.store.get()).list(this.parts.codingId)
      this.isUnread = false
      this.apply({ type: 'read', records: [...records, ...(await this.memory.list())] })
    } catch {
      this.isUnread = true
      this.onStoreFailure()
    }
    this.isOpened = true
    this.repaint()
  }

  /**
   * What seems to wait in a database that was just emptied was sent before this tab heard that it was kept. Nothing is
   * sent after it: what really came meanwhile has asked for that itself.
   */
  private async rereadSent(): Promise<void> {
    if (!this.queue.waiting.every(isInMemory)) await this.reread()
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
    this.keeper.again()
  }

  /** Looks after what other codings left. Trouble there is none of this desk's: it stays kept for the next one. */
  private async pass(signal: AbortSignal): Promise<void> {
    await this.store
      .get()
      .then((store) => sendLeftovers(this.parts.codingId, store, signal))
      .catch(() => {})
  }

  private hear(message: TabMessage): void {
    if ('wake' in message) this.sending.wake()
    else if ('state' in message) this.setSender(message.state)
    else this.hearEvent(message.event)
  }

  private hearEvent(event: QueueEvent): void {
    this.apply(event, true)
    // The tab that kept it may be closed before it has sent it: this one stands in line behind it.
    if (event.type === 'kept' && tabsTakeTurns()) this.sending.wake()
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
    if (foreign && ids.length > 0) this.parts.onForeignRows?.(ids, event.type === 'rebased')
    this.repaint()
  }

  private setSender(state: SenderState): void {
    this.sender = state
    this.repaint()
  }

  private paint(): OutboxSnapshot {
    const { queue, sender, isOpened, isCurrent, isUnread } = this
    const { wishes, hasFailed } = this.keeper
    return paint({ queue, wishes, sender, isOpened, isCurrent, keepFailed: hasFailed || isUnread })
  }

  private repaint(): void {
    this.painted = null
    this.listeners.tellSoon()
  }
}
