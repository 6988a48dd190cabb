import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ChangedRows, Extent, HeldHistory, PlacedStep } from './held-history'
import type { Step } from './history'
import { type Page, pageSize } from './paging'

interface HistoryDatabase extends DBSchema {
  /** Every step by its place, those that can be done again after those that can be undone. */
  steps: { key: [codingId: string, place: number]; value: Step }
  /** By coding the place of the next step; by coding and row the place from which on steps on it are true again. */
  places: { key: string | [codingId: string, rowId: string]; value: number }
}

type Database = IDBPDatabase<HistoryDatabase>

const beyond = Number.POSITIVE_INFINITY

// Where nothing may be stored, some browsers throw at once and others later: here always later.
async function openHistory(): Promise<Database> {
  return openDB<HistoryDatabase>('framewise-history', 1, {
    upgrade(created) {
      created.createObjectStore('steps')
      created.createObjectStore('places')
    },
  })
}

async function readExtent(database: Database, codingId: string): Promise<Extent> {
  const transaction = database.transaction(['steps', 'places'])
  const places = transaction.objectStore('places')
  const ofRows = IDBKeyRange.bound([codingId, ''], [codingId, '\uffff'])
  const [last, next, rows, from] = await Promise.all([
    transaction.objectStore('steps').openKeyCursor(IDBKeyRange.bound([codingId, 0], [codingId, beyond]), 'prev'),
    places.get(codingId),
    places.getAllKeys(ofRows),
    places.getAll(ofRows),
  ])
  const afterLast = last ? last.key[1] + 1 : 0
  const here = next ?? afterLast
  const changed = new Map(rows.map(([, rowId = ''], index) => [rowId, from[index] ?? 0]))
  return { here, end: Math.max(here, afterLast), changed }
}

async function readPage(database: Database, range: IDBKeyRange, direction: 'next' | 'prev'): Promise<Page> {
  const steps: PlacedStep[] = []
  let cursor = await database.transaction('steps').store.openCursor(range, direction)
  for (; cursor && steps.length < pageSize; cursor = await cursor.continue()) {
    steps.push({ ...cursor.value, place: cursor.key[1] })
  }
  return { steps: direction === 'prev' ? steps.reverse() : steps, hasMore: cursor !== null }
}

function changedSince(kept: ChangedRows, now: ChangedRows): [rowId: string, from: number][] {
  return kept === now ? [] : [...now].filter(([rowId, from]) => (kept.get(rowId) ?? 0) !== from)
}

/**
 * Keeps the undo history of one coding in this browser, and reads it page by page. What it cannot keep is lost with the
 * page, and no work with it.
 */
export class HistoryStore {
  private database: Promise<Database | null>
  private isClosed = false
  private saving: Promise<void> = Promise.resolve()
  private latest: HeldHistory | null = null
  /** What the browser keeps, as far as this tab knows it. */
  private kept: Extent | null = null
  private readonly keptSteps = new WeakSet<PlacedStep>()

  constructor(private readonly codingId: string) {
    this.database = openHistory().catch(() => null)
  }

  /** How far the history reaches that is kept; null when the browser cannot say: then it keeps nothing either. */
  open(): Promise<Extent | null> {
    const opened = this.use((database) => readExtent(database, this.codingId))
      .catch(() => null)
      .then((extent) => {
        this.kept = extent
        return extent
      })
    this.saving = opened.then(() => {})
    return opened
  }

  /** The page of steps that ends before a place; an empty one where the browser cannot read it. */
  pageBefore(place: number): Promise<Page> {
    return this.page(0, place, 'prev')
  }

  /** The page of steps that begins at a place. @param end the place after the last step to be read */
  pageFrom(place: number, end: number): Promise<Page> {
    return this.page(place, end, 'next')
  }

  /** Keeps what is in memory: writes only what is new. Of several that wait to be kept, the last one counts. */
  save(held: HeldHistory): Promise<void> {
    this.latest = held
    this.saving = this.saving
      .then(async () => {
        await this.use((database) => this.write(database))
      })
      .catch(() => {})
    return this.saving
  }

  /** Whether the browser keeps this step. */
  keeps(step: PlacedStep): boolean {
    return this.keptSteps.has(step)
  }

  async close(): Promise<void> {
    await this.saving
    this.isClosed = true
    const database = await this.database
    database?.close()
  }

  /** @returns null where the browser keeps nothing */
  private async use<Answer>(work: (database: Database) => Promise<Answer>): Promise<Answer | null> {
    const opened = this.database
    const database = await opened
    try {
      return database && (await work(database))
    } catch (error) {
      if (this.isClosed || !(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      // The browser took the database away, as it may from a tab that slept long: it is opened anew.
      if (this.database === opened) this.database = openHistory().catch(() => null)
      const again = await this.database
      return again && (await work(again))
    }
  }

  private async page(from: number, end: number, direction: 'next' | 'prev'): Promise<Page> {
    const page = await this.use((database) => {
      const range = IDBKeyRange.bound([this.codingId, from], [this.codingId, end], false, true)
      return readPage(database, range, direction)
    }).catch(() => null)
    for (const step of page?.steps ?? []) this.keptSteps.add(step)
    return page ?? { steps: [], hasMore: false }
  }

  private async write(database: Database): Promise<void> {
    const { kept, latest: held } = this
    if (!kept || !held) return
    const fresh = [...held.past, ...held.future].filter((step) => !this.keeps(step))
    const changed = changedSince(kept.changed, held.changed)
    if (fresh.length + changed.length === 0 && held.here === kept.here && held.end >= kept.end) return
    const transaction = database.transaction(['steps', 'places'], 'readwrite')
    const [steps, places] = [transaction.objectStore('steps'), transaction.objectStore('places')]
    const { codingId } = this
    const writes: Promise<unknown>[] = [transaction.done]
    if (held.end < kept.end) {
      writes.push(steps.delete(IDBKeyRange.bound([codingId, held.end], [codingId, beyond])))
    }
    for (const { place, ...step } of fresh) writes.push(steps.put(step, [codingId, place]))
    // Told only when it changed: another tab, in which the coder works, may have moved on.
    if (held.here !== kept.here) writes.push(places.put(held.here, codingId))
    for (const [rowId, from] of changed) writes.push(places.put(from, [codingId, rowId]))
    await Promise.all(writes)
    for (const step of fresh) this.keptSteps.add(step)
    this.kept = { here: held.here, end: held.end, changed: held.changed }
  }
}
