import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { emptyHistory, type History, type Step } from './history'

interface HistoryDatabase extends DBSchema {
  /** Every step by its place, those that can be done again after those that can be undone. */
  steps: { key: [codingId: string, place: number]; value: Step }
  /** How many of them can be undone. */
  places: { key: string; value: number }
}

const allOf = (codingId: string) => IDBKeyRange.bound([codingId, 0], [codingId, Number.POSITIVE_INFINITY])

/** The steps in the order in which they were made. */
function inOrder({ past, future }: History): Step[] {
  return [...past, ...[...future].reverse()]
}

function fromOrder(steps: readonly Step[], place: number): History {
  return { past: steps.slice(0, place), future: steps.slice(place).reverse() }
}

// Where nothing may be stored, some browsers throw at once and others later: here always later.
async function openHistory(): Promise<IDBPDatabase<HistoryDatabase>> {
  return openDB<HistoryDatabase>('framewise-history', 1, {
    upgrade(created) {
      created.createObjectStore('steps')
      created.createObjectStore('places')
    },
  })
}

/** Keeps the undo history of one coding in this browser. What it cannot keep is lost with the page, and no work with it. */
export class HistoryStore {
  private kept: readonly Step[] = []
  private saving: Promise<void> = Promise.resolve()
  private readonly database: Promise<IDBPDatabase<HistoryDatabase> | null>

  constructor(private readonly codingId: string) {
    this.database = openHistory().catch(() => null)
  }

  /**
   * What was kept on an earlier visit; nothing when the browser has nothing or cannot say. What is saved meanwhile waits
   * for it, lest it be written over what is being read.
   */
  load(): Promise<History> {
    const loaded = this.read()
    this.saving = loaded.then(() => {})
    return loaded
  }

  /** Keeps the history: writes only the steps that are new. */
  save(history: History): Promise<void> {
    this.saving = this.saving.then(() => this.write(history)).catch(() => {})
    return this.saving
  }

  async close(): Promise<void> {
    await this.saving
    const database = await this.database
    database?.close()
  }

  private async read(): Promise<History> {
    const database = await this.database
    if (!database) return emptyHistory
    const steps = await database.getAll('steps', allOf(this.codingId)).catch(() => [])
    const place = await database.get('places', this.codingId).catch(() => undefined)
    this.kept = steps
    return fromOrder(steps, place ?? steps.length)
  }

  private async write(history: History): Promise<void> {
    const database = await this.database
    if (!database) return
    const steps = inOrder(history)
    let same = 0
    while (same < steps.length && steps[same] === this.kept[same]) same += 1
    const transaction = database.transaction(['steps', 'places'], 'readwrite')
    const store = transaction.objectStore('steps')
    if (same < this.kept.length) {
      void store.delete(IDBKeyRange.bound([this.codingId, same], [this.codingId, Number.POSITIVE_INFINITY]))
    }
    for (const [index, step] of steps.slice(same).entries()) void store.put(step, [this.codingId, same + index])
    void transaction.objectStore('places').put(history.past.length, this.codingId)
    await transaction.done
    this.kept = steps
  }
}
