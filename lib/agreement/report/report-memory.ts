import { type Draws, drawDocuments, type Resampling } from '../bootstrap'
import type { DocumentStatistics } from './document-statistics'

/** What sums were formed over. */
export interface SummedDocuments {
  documents: readonly DocumentStatistics[]
  coders: readonly string[]
  draws: Draws
}

/** Bytes that are kept at the most. */
const usualLimit = 256 * 2 ** 20

/** How much of that a part may keep beside the whole. */
const shareOfPart = 1 / 8

/**
 * What composing a report leaves behind, so that composing it again after few documents changed costs little. It may be
 * lost at any time: no figure depends on it. Only sums of the composition before are kept, and no more bytes than allowed.
 */
export class ReportMemory {
  readonly #limit: number
  #summed: SummedDocuments | null = null
  #before = new Map<string, unknown>()
  #now = new Map<string, unknown>()
  #bytes = 0
  #selected = { coders: '', of: new Map<DocumentStatistics, DocumentStatistics>() }
  #drawn: { key: string; draws: Draws } | null = null
  readonly #parts = new Map<string, ReportMemory>()

  /** @param limit in bytes, by estimate */
  constructor(limit = usualLimit) {
    this.#limit = limit
  }

  /** The memory of a part of the report that sums other codings. */
  part(name: string): ReportMemory {
    const part = this.#parts.get(name) ?? new ReportMemory(this.#limit * shareOfPart)
    this.#parts.set(name, part)
    return part
  }

  /** The bootstrap samples, drawn once: they depend on nothing but this. */
  draws(strata: readonly string[], resampling: Resampling): Draws {
    const key = JSON.stringify([strata, resampling.seed, resampling.replicates])
    if (this.#drawn?.key !== key) this.#drawn = { key, draws: drawDocuments(strata, resampling) }
    return this.#drawn.draws
  }

  /** Whether the document was asked for in the last report, so that its sums hold on to it. */
  holds(document: DocumentStatistics): boolean {
    return this.#selected.of.has(document) || [...this.#parts.values()].some((part) => part.holds(document))
  }

  /** What some coders of these documents submitted, selected once. */
  selected(
    documents: readonly DocumentStatistics[],
    coders: readonly string[],
    select: (document: DocumentStatistics) => DocumentStatistics,
  ): DocumentStatistics[] {
    const key = coders.join()
    const before = this.#selected.coders === key ? this.#selected.of : new Map<never, never>()
    const of = new Map(documents.map((document) => [document, before.get(document) ?? select(document)]))
    this.#selected = { coders: key, of }
    return [...of.values()]
  }

  /**
   * Begins a composition. Nothing is kept of one that did not come to its end, nor of one of other coders.
   * @returns what the sums that are kept were formed over
   */
  begin(summed: SummedDocuments): SummedDocuments | null {
    const last = this.#summed?.coders.join() === summed.coders.join() ? this.#summed : null
    this.#before = last ? this.#now : new Map()
    this.#now = new Map()
    this.#bytes = 0
    this.#summed = null
    return last
  }

  /** Ends a composition: what was kept since it began is what the next one finds. */
  end(summed: SummedDocuments): void {
    this.#summed = summed
    this.#before = new Map()
  }

  /** What this composition has already kept under the name. */
  current(key: string): unknown {
    return this.#now.get(key)
  }

  /** What the composition before kept under the name; whoever takes it changes it. */
  take(key: string): unknown {
    const value = this.#before.get(key)
    this.#before.delete(key)
    return value
  }

  /** @param bytes how much it holds, by estimate */
  keep(key: string, value: unknown, bytes: number): void {
    if (this.#bytes + bytes > this.#limit) return
    this.#bytes += bytes
    this.#now.set(key, value)
  }
}
