import type { RowEdit } from '../outbox/record'
import type { Rows } from '../outbox/rows'
import {
  back,
  forward,
  type HeldHistory,
  hasFuture,
  hasPast,
  noted,
  nothingHeld,
  onTopOf,
  withoutRows,
} from './held-history'
import { HistoryStore } from './history-store'
import { missingSide, type Page, withinBounds, withPage } from './paging'
import type { Way } from './still-true'

/** Makes the edits of a move; null when there is nothing to undo, or to do again. */
export type Make = (edits: readonly RowEdit[] | null) => void

/** What can be done with a history. */
export interface Can {
  canUndo: boolean
  canRedo: boolean
}

interface Parts {
  codingId: string
  /** The rows of now, against which an earlier history is held. */
  rows(): Rows
  onChange(can: Can): void
  /** Whether the coding can still change: a move that waited until it was submitted is not made any more. */
  isOpen(): boolean
}

/**
 * The undo history of one coding, without limit: in memory are the steps around what was done last, the others are in
 * the browser's database and are read before they are needed. Where the browser keeps nothing, all are in memory.
 */
export class PagedHistory {
  private held: HeldHistory = nothingHeld
  private store: HistoryStore | null = null
  private isOpened = false
  /** The store of which a page is being read. */
  private reading: HistoryStore | null = null
  /** Moves that wait for the step they make, in the order in which they were asked for. */
  private asked: { way: Way; make: Make }[] = []

  constructor(private readonly parts: Parts) {}

  /** Takes up what the browser keeps of earlier visits. @returns how to leave: what is new is kept before */
  open(): () => Promise<void> {
    const store = new HistoryStore(this.parts.codingId)
    this.store = store
    const takenUp = this.takeUp(store)
    return async () => {
      this.asked = []
      // Not at once: fields that go away with the desk hand over what was just written in them.
      await new Promise((resolve) => setTimeout(resolve, 0))
      await takenUp
      if (this.store === store) this.letGo()
      return store.close()
    }
  }

  private letGo(): void {
    this.store = null
    this.isOpened = false
    this.held = nothingHeld
  }

  /** How many steps are in memory. */
  get stepsInMemory(): number {
    return this.held.past.length + this.held.future.length
  }

  /** Notes a step. A move that still waits is not made: it was asked for before. */
  remember(edits: readonly RowEdit[], group?: string): void {
    this.asked = []
    this.set(noted(this.held, edits, group))
  }

  /** Drops the steps on rows that somebody else changed. */
  forget(ids: readonly string[]): void {
    this.set(withoutRows(this.held, ids))
  }

  /** One step back: at once, or as soon as it is read. */
  undo(make: Make): void {
    this.ask('back', make)
  }

  /** One step forward again: at once, or as soon as it is read. */
  redo(make: Make): void {
    this.ask('forward', make)
  }

  private async takeUp(store: HistoryStore): Promise<void> {
    const kept = await store.open()
    if (this.store !== store) return
    if (kept) this.held = onTopOf(kept, this.held)
    this.isOpened = true
    await this.readMissing()
    this.answer()
    this.set(this.held)
  }

  private ask(way: Way, make: Make): void {
    this.asked.push({ way, make })
    this.answer()
  }

  /** Makes the moves that were asked for, up to the first one whose step is yet to be read. */
  private answer(): void {
    if (!this.parts.isOpen()) this.asked = []
    for (let [next] = this.asked; next && !this.mustWait(next.way); [next] = this.asked) {
      this.asked.shift()
      const move = next.way === 'back' ? back(this.held) : forward(this.held)
      if (move) this.set(move.held)
      next.make(move?.edits ?? null)
    }
  }

  private mustWait(way: Way): boolean {
    const { past, future } = this.held
    if ((way === 'back' ? past : future).length > 0) return false
    if (!this.isOpened) return this.store !== null
    return way === 'back' ? hasPast(this.held) : hasFuture(this.held)
  }

  private set(held: HeldHistory): void {
    this.held = held
    this.tell()
    void this.keep()
    void this.readMissing()
  }

  private tell(): void {
    this.parts.onChange({ canUndo: hasPast(this.held), canRedo: hasFuture(this.held) })
  }

  private async keep(): Promise<void> {
    const { store } = this
    if (!store || !this.isOpened) return
    await store.save(this.held)
    if (this.store === store) this.held = withinBounds(this.held, (step) => store.keeps(step))
  }

  private async readMissing(): Promise<void> {
    const { store } = this
    if (!store || !this.isOpened || this.reading === store) return
    this.reading = store
    for (let way = missingSide(this.held); way; way = missingSide(this.held)) {
      const { earlier, later, end } = this.held
      const page = await (way === 'back' ? store.pageBefore(earlier) : store.pageFrom(later, end))
      if (this.store !== store) return
      const isNext = way === 'back' ? this.held.earlier === earlier : this.held.later === later && this.held.end === end
      if (isNext) this.takePage(way, page)
    }
    this.reading = null
  }

  private takePage(way: Way, page: Page): void {
    this.held = withPage(this.held, way, page, this.parts.rows())
    this.tell()
    this.answer()
  }
}
