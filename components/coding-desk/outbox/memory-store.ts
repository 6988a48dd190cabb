import { asKept, type OutboxRecord, type RecordDraft, type Refusal } from './record'
import type { SendingStore } from './sender'

/** Orders from here on are of the memory: behind everything that a browser's database ever numbers. */
const first = 2 ** 52

/** Whether a record stands in the memory of a tab only, and would be lost with it. */
export function isInMemory({ order }: Pick<OutboxRecord, 'order'>): boolean {
  return order >= first
}

/** Holds what the browser refuses to store of one coding, for as long as the tab is open: so it can at least be sent. */
export class MemoryStore implements SendingStore {
  private records: OutboxRecord[] = []
  /** Apart from those of other tabs, which hear of them. */
  private next = first + Math.floor(Math.random() * 2 ** 40)

  /** What is not set aside as refused, in its order. */
  get waiting(): readonly OutboxRecord[] {
    return this.records.filter(({ refusal }) => !refusal)
  }

  get hasWork(): boolean {
    return this.waiting.length > 0
  }

  async list(): Promise<OutboxRecord[]> {
    return this.records
  }

  async keep(made: RecordDraft): Promise<OutboxRecord> {
    const kept = asKept(this.waiting, made)
    const record = 'order' in kept ? kept : ({ ...kept, order: this.next++ } as OutboxRecord)
    await this.replace(record)
    return record
  }

  async take(): Promise<OutboxRecord | undefined> {
    const [record] = this.waiting
    if (!record) return undefined
    const taken = { ...record, attempted: true }
    await this.replace(taken)
    return taken
  }

  async replace(record: OutboxRecord): Promise<void> {
    await this.remove(record.order)
    this.records = [...this.records, record].sort((a, b) => a.order - b.order)
  }

  async remove(order: number): Promise<void> {
    this.records = this.records.filter((record) => record.order !== order)
  }

  async refuse(order: number, refusal: Refusal): Promise<void> {
    this.records = this.records
      .filter((record) => record.kind !== 'submit' || record.refusal || record.order === order)
      .map((record) => (record.order === order ? { ...record, refusal } : record))
  }
}
