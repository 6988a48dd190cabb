import { type OutboxStore, openStore } from './store'

/**
 * The browser's database as one outbox holds it: opened at the first use, and given up after a failure. A browser may
 * take an open database away (storage cleared, disk full, a tab that slept long); such a handle never works again.
 */
export class StoreHandle {
  private store: Promise<OutboxStore> | null = null

  /** @throws when the browser keeps nothing; until it is dropped, the same error each time */
  get(): Promise<OutboxStore> {
    this.store ??= openStore()
    return this.store
  }

  /** Closes it; the next use opens it anew. */
  drop(): void {
    const dropped = this.store
    this.store = null
    dropped?.then(
      (store) => store.close(),
      () => {},
    )
  }
}
