import { draftOf } from './draft'
import { isInMemory, type MemoryStore } from './memory-store'
import type { QueueEvent } from './queue'
import type { OutboxRecord, RecordDraft } from './record'
import type { Rows } from './rows'
import type { Wish } from './snapshot'
import type { OutboxStore } from './store'

interface KeeperParts {
  codingId: string
  /** @throws while the browser keeps nothing */
  ofBrowser(): Promise<OutboxStore>
  /** Where work goes that the browser refuses to keep. */
  memory: MemoryStore
  /** The rows as they will be when everything that waits has arrived. */
  expected(): Rows
  /** Whether something is kept that was not sent yet. */
  hasWaiting(): boolean
  onEvent(event: QueueEvent): void
  /** The browser kept something. */
  onKept(): void
  /** The browser refused to keep something: it wants to be asked again later. */
  onFailure(): void
  /** All is kept, or as much as can be for now. */
  onDone(): void
}

/** Brings what the coder does into the browser's database, one wish after the other, each as a whole or not at all. */
export class Keeper {
  private readonly open: Wish[] = []
  private keeping: Promise<void> = Promise.resolve()
  /** Whether this browser refused to keep something. */
  hasFailed = false

  constructor(private readonly parts: KeeperParts) {}

  /** What is not kept yet, in its order. */
  get wishes(): readonly Wish[] {
    return this.open
  }

  /** Resolves when all that was asked for so far is kept or was refused. */
  get done(): Promise<void> {
    return this.keeping
  }

  keep(wish: Wish): void {
    this.open.push(wish)
    this.again()
  }

  /** Tries again what could not be kept. */
  again(): void {
    this.keeping = this.keeping.then(() => this.keepAll())
  }

  private async keepAll(): Promise<void> {
    try {
      await this.keepMemory().catch(() => this.parts.onFailure())
      for (let wish = this.open[0]; wish; wish = this.open[0]) await this.keepOne(wish)
      this.hasFailed = false
    } catch {
      this.hasFailed = true
      this.parts.onFailure()
    }
    this.parts.onDone()
  }

  private async keepOne(wish: Wish): Promise<void> {
    const insteadOf = 'edits' in wish ? wish.insteadOf : undefined
    const draft = this.draft(wish)
    const record = draft && (await this.keepDraft(draft, insteadOf))
    this.open.shift()
    if (record) this.parts.onEvent({ type: 'kept', record })
    if (insteadOf !== undefined) await this.drop(insteadOf, record)
  }

  /** Takes away what has been replaced; what cannot be taken away stays in sight. @param by what took its place */
  private async drop(order: number, by: OutboxRecord | null): Promise<void> {
    const { memory, ofBrowser, onEvent, onFailure } = this.parts
    // In the browser's database it went in the moment in which the other one came.
    const isGone = by && !isInMemory(by) && !isInMemory({ order })
    try {
      if (!isGone) await (isInMemory({ order }) ? memory : await ofBrowser()).remove(order)
      onEvent({ type: 'dropped', order })
    } catch {
      onFailure()
    }
  }

  private async keepDraft(draft: RecordDraft, insteadOf?: number): Promise<OutboxRecord> {
    const { memory } = this.parts
    if (memory.hasWork) return memory.keep(draft)
    try {
      const record = await (await this.parts.ofBrowser()).keep(draft, insteadOf)
      this.parts.onKept()
      return record
    } catch (error) {
      // What the browser has goes first, and what is to be replaced there stays until it can be.
      if (insteadOf !== undefined || this.parts.hasWaiting()) throw error
      this.parts.onFailure()
      return memory.keep(draft)
    }
  }

  /** Gives the browser what it refused before. What is under way meanwhile may arrive twice: it counts once. */
  private async keepMemory(): Promise<void> {
    const { memory } = this.parts
    for (const { order, ...draft } of memory.waiting) {
      const record = await (await this.parts.ofBrowser()).keep(draft)
      await memory.remove(order)
      this.parts.onEvent({ type: 'dropped', order })
      this.parts.onEvent({ type: 'kept', record })
    }
  }

  private draft(wish: Wish): RecordDraft | null {
    const { codingId } = this.parts
    const at = new Date().toISOString()
    if ('edits' in wish) return draftOf(codingId, wish.edits, this.parts.expected(), at)
    return { kind: 'submit', codingId, at, attempted: false, nothingToCode: wish.submit.nothingToCode }
  }
}
