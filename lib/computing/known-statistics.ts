import { getHeapStatistics } from 'node:v8'
import type { DocumentStatistics } from '../agreement/report/document-statistics'

/** Read from JSON text, statistics take up about so many times its length: numbers of one digit become eight bytes. */
const bytesPerCharacter = 4

/** Share of the memory of the process that documents of other reports may fill. */
const share = 0.5

interface Known {
  statistics: DocumentStatistics
  bytes: number
}

/**
 * The statistics of documents by the keys of their content, so that they are read from text once. Those of the report at
 * hand stay; of others the ones used longest ago make room.
 */
export class KnownStatistics {
  readonly #limit: number
  readonly #forgotten: (statistics: DocumentStatistics) => void
  /** Those used last come last. */
  readonly #known = new Map<string, Known>()
  #bytes = 0
  /** Keys of the report at hand. */
  #pinned: ReadonlySet<string> = new Set()

  /**
   * @param forgotten told of statistics that had to make room
   * @param limit in bytes, by estimate
   */
  constructor(
    forgotten: (statistics: DocumentStatistics) => void,
    limit = share * getHeapStatistics().heap_size_limit,
  ) {
    this.#forgotten = forgotten
    this.#limit = limit
  }

  /** Begins a report on documents with these keys. */
  pin(keys: Iterable<string>): void {
    this.#pinned = new Set(keys)
    this.#makeRoom()
  }

  get(key: string): DocumentStatistics | undefined {
    const known = this.#known.get(key)
    if (!known) return undefined
    this.#known.delete(key)
    this.#known.set(key, known)
    return known.statistics
  }

  /** @param length of their JSON text */
  set(key: string, statistics: DocumentStatistics, length: number): void {
    this.#bytes -= this.#known.get(key)?.bytes ?? 0
    this.#known.delete(key)
    this.#known.set(key, { statistics, bytes: length * bytesPerCharacter })
    this.#bytes += length * bytesPerCharacter
    this.#makeRoom()
  }

  #makeRoom(): void {
    if (this.#bytes <= this.#limit) return
    for (const [key, { statistics, bytes }] of this.#known) {
      if (this.#pinned.has(key)) continue
      this.#known.delete(key)
      this.#bytes -= bytes
      this.#forgotten(statistics)
      if (this.#bytes <= this.#limit) return
    }
  }
}
