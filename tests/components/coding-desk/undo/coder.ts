import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { RowEdit } from '@/components/coding-desk/outbox/record'
import { applyEdit, type KnownRow } from '@/components/coding-desk/outbox/rows'
import { type Can, PagedHistory } from '@/components/coding-desk/undo/paged-history'
import { uuid } from '../coding-view'
import { made } from './made-edits'

/** A coder in one tab: the rows, what is done to them, and the way back. */
export class Coder {
  can: Can = { canUndo: false, canRedo: false }
  /** The most steps that were in memory after all was kept. */
  mostInMemory = 0
  history: PagedHistory
  private leaves: () => Promise<void>
  /** Whether the coding was not submitted yet. */
  isOpen = true
  private isTold = false

  constructor(readonly rows = new Map<string, KnownRow>()) {
    this.history = this.newHistory()
    this.leaves = this.history.open()
  }

  private newHistory(): PagedHistory {
    return new PagedHistory({
      codingId: uuid(1),
      rows: () => this.rows,
      isOpen: () => this.isOpen,
      onChange: (can) => {
        this.can = can
        this.isTold = true
      },
    })
  }

  /** Until everything is kept and read that is to be. */
  async settled(): Promise<void> {
    let last = -1
    for (let same = 0; same < 20; same += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (this.history.stepsInMemory !== last) same = 0
      last = this.history.stepsInMemory
    }
    this.mostInMemory = Math.max(this.mostInMemory, this.history.stepsInMemory)
  }

  does(edits: readonly RowEdit[], group?: string): void {
    this.apply(edits)
    this.history.remember(edits, group)
  }

  /** Makes many annotations, with time to keep them; the row of each is named by its number. */
  async makes(count: number, from = 0): Promise<void> {
    for (let n = from; n < from + count; n += 1) {
      this.does([made(`row ${n}`)])
      if (n % 20 === 0) await this.settled()
    }
    await this.settled()
  }

  /** @returns whether there was something to undo */
  undo(): Promise<boolean> {
    return new Promise((resolve) => this.history.undo((edits) => resolve(this.apply(edits))))
  }

  /** @returns whether there was something to do again */
  redo(): Promise<boolean> {
    return new Promise((resolve) => this.history.redo((edits) => resolve(this.apply(edits))))
  }

  /** Goes as far as there is something. @returns how many steps */
  async all(way: 'undo' | 'redo'): Promise<number> {
    for (let steps = 0; ; steps += 1) {
      if (steps % 50 === 0) await this.settled()
      if (!(await this[way]())) return steps
    }
  }

  async reload(): Promise<void> {
    await this.leaves()
    this.isTold = false
    this.history = this.newHistory()
    this.leaves = this.history.open()
    while (!this.isTold) await new Promise((resolve) => setTimeout(resolve, 1))
    await this.settled()
  }

  leave(): Promise<void> {
    return this.leaves()
  }

  /** What stands, without what is deleted. */
  standing(): Record<string, unknown> {
    const rows = [...this.rows.values()].flatMap((row) => (row.deleted ? [] : [[row.id, row.value] as const]))
    return Object.fromEntries(rows.sort())
  }

  private apply(edits: readonly RowEdit[] | null): boolean {
    for (const edit of edits ?? []) applyEdit(this.rows, edit)
    return edits !== null
  }
}

const coders: Coder[] = []

/** A coder opens a tab. @param rows the rows, the same ones for tabs of one coder */
export function coder(rows?: Map<string, KnownRow>): Coder {
  const one = new Coder(rows)
  coders.push(one)
  return one
}

/** Prepares the tests of a file: an empty browser database for each, and all tabs closed after it. */
export function withCoders(): void {
  beforeAll(() => {
    globalThis.structuredClone ??= (of: unknown) => JSON.parse(JSON.stringify(of))
  })

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  afterEach(async () => {
    jest.restoreAllMocks()
    for (const one of coders.splice(0)) await one.leave()
  })
}
