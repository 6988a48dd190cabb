import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { asKept, type OutboxRecord, type RecordDraft, type Refusal } from './record'

interface OutboxDatabase extends DBSchema {
  records: { key: number; value: OutboxRecord; indexes: { codingId: string } }
}

/** Where the outbox keeps its records. Every method has committed when its promise resolves. */
export interface OutboxStore {
  /** All records of a coding, refused ones included, in order. */
  list(codingId: string): Promise<OutboxRecord[]>
  /**
   * Keeps a record: as a new one, or melted into the last one where that is allowed.
   * @param insteadOf order of the record it takes the place of: that one goes in the same moment, or not at all
   */
  keep(draft: RecordDraft, insteadOf?: number): Promise<OutboxRecord>
  /** The next record to send, marked as attempted in the same transaction. */
  take(codingId: string): Promise<OutboxRecord | undefined>
  replace(record: OutboxRecord): Promise<void>
  remove(order: number): Promise<void>
  /** Sets a record aside for good, and takes a waiting submit of its coding out of the queue. */
  refuse(order: number, refusal: Refusal): Promise<void>
  /** Codings that have something to send. */
  codingsWaiting(): Promise<string[]>
  close(): void
}

class IndexedStore implements OutboxStore {
  constructor(private readonly database: IDBPDatabase<OutboxDatabase>) {}

  /** Strict: the record is on the disk, not in a buffer, before the desk says it is kept. */
  private write() {
    return this.database.transaction('records', 'readwrite', { durability: 'strict' })
  }

  list(codingId: string): Promise<OutboxRecord[]> {
    return this.database.getAllFromIndex('records', 'codingId', codingId)
  }

  async keep(made: RecordDraft, insteadOf?: number): Promise<OutboxRecord> {
    const transaction = this.write()
    const waiting = (await transaction.store.index('codingId').getAll(made.codingId)).filter(({ refusal }) => !refusal)
    const kept = asKept(waiting, made) as OutboxRecord
    const order = await transaction.store.put(kept)
    if (insteadOf !== undefined) await transaction.store.delete(insteadOf)
    await transaction.done
    return { ...kept, order }
  }

  async take(codingId: string): Promise<OutboxRecord | undefined> {
    const transaction = this.write()
    const records = await transaction.store.index('codingId').getAll(codingId)
    const next = records.find(({ refusal }) => !refusal)
    if (next) await transaction.store.put({ ...next, attempted: true })
    await transaction.done
    return next && { ...next, attempted: true }
  }

  async replace(record: OutboxRecord): Promise<void> {
    const transaction = this.write()
    await transaction.store.put(record)
    await transaction.done
  }

  async remove(order: number): Promise<void> {
    const transaction = this.write()
    await transaction.store.delete(order)
    await transaction.done
  }

  async refuse(order: number, refusal: Refusal): Promise<void> {
    const transaction = this.write()
    const record = await transaction.store.get(order)
    if (record) {
      await transaction.store.put({ ...record, refusal })
      for (const other of await transaction.store.index('codingId').getAll(record.codingId)) {
        if (other.kind === 'submit' && !other.refusal && other.order !== order)
          await transaction.store.delete(other.order)
      }
    }
    await transaction.done
  }

  async codingsWaiting(): Promise<string[]> {
    const records = await this.database.getAll('records')
    return [...new Set(records.filter(({ refusal }) => !refusal).map(({ codingId }) => codingId))]
  }

  close(): void {
    this.database.close()
  }
}

/**
 * Opens the outbox of this browser.
 * @throws when the browser keeps nothing (storage switched off or full)
 */
export async function openStore(name = 'framewise-outbox'): Promise<OutboxStore> {
  const database = await openDB<OutboxDatabase>(name, 1, {
    upgrade(created) {
      const records = created.createObjectStore('records', { keyPath: 'order', autoIncrement: true })
      records.createIndex('codingId', 'codingId')
    },
  })
  return new IndexedStore(database)
}
