import type { Replicates } from '../bootstrap'
import { type Coefficient, SummedRows } from '../summed-rows'
import type { DocumentStatistics } from './document-statistics'
import type { ReportMemory, SummedDocuments } from './report-memory'

/** What each document adds to a sum. */
export interface DocumentRows {
  /** Says what the numbers are so fully that under one name a document always has the same. */
  name: readonly unknown[]
  /** How many numbers a row has. */
  width: number
  rowOf: (document: DocumentStatistics) => ArrayLike<number>
}

/** Notes that something was found so many times, a whole number. */
export type Count<Place> = (place: Place, times: number) => void

/** Of an entry of a map, and of a figure with its reason, by estimate. */
const bytesPerEntry = 64

/**
 * Everything that is added up over the documents of a report and over bootstrap samples of them. With the memory of the
 * report composed before, documents that changed are taken out of the sums and put in again, and no others are counted.
 * Sums are exact, so that the figures are the same with and without it.
 */
export class DocumentSums {
  readonly #summed: SummedDocuments
  readonly #memory: ReportMemory
  /** Documents that are no longer there, and those that are new; a changed one is both. */
  readonly #gone: readonly DocumentStatistics[]
  readonly #added: readonly DocumentStatistics[]
  /** Where documents stood before. */
  readonly #placeBefore: ReadonlyMap<DocumentStatistics, number>
  /** Places of changed documents, if the samples are the same as before. */
  readonly #changed: readonly number[] | null

  constructor(summed: SummedDocuments, memory: ReportMemory) {
    const before = memory.begin(summed)
    const documents = before?.documents ?? []
    const present = new Set(summed.documents)
    this.#summed = summed
    this.#memory = memory
    this.#placeBefore = new Map(documents.map((document, place) => [document, place]))
    this.#gone = documents.filter((document) => !present.has(document))
    this.#added = summed.documents.filter((document) => !this.#placeBefore.has(document))
    const places = [...summed.documents.keys()]
    const isChanged = (place: number) => summed.documents[place] !== documents[place]
    this.#changed = before?.draws === summed.draws ? places.filter(isChanged) : null
  }

  /** Lets the next report find these sums. */
  end(): void {
    this.#memory.end(this.#summed)
  }

  /** How often things were found in all documents; what was not found is left out. Whole numbers add up exactly. */
  counted<Place extends string | number>(
    name: readonly unknown[],
    visit: (document: DocumentStatistics, count: Count<Place>) => void,
  ): ReadonlyMap<Place, number> {
    return this.#remembered<Map<Place, number>>(['counted', ...name], (kept) => {
      const counts = kept ?? new Map<Place, number>()
      const take: Count<Place> = (place, times) => add(counts, place, -times)
      const put: Count<Place> = (place, times) => add(counts, place, times)
      if (kept) for (const document of this.#gone) visit(document, take)
      for (const document of kept ? this.#added : this.#summed.documents) visit(document, put)
      return { value: counts, bytes: counts.size * bytesPerEntry }
    })
  }

  /** Something about each document, in their order. @param size how many figures that is, roughly */
  each<Value>(name: readonly unknown[], size: number, compute: (document: DocumentStatistics) => Value): Value[] {
    return this.#remembered<Value[]>(['each', ...name], (kept) => {
      const known = (document: DocumentStatistics) => kept?.[this.#placeBefore.get(document) ?? -1]
      const value = this.#summed.documents.map((document) => known(document) ?? compute(document))
      return { value, bytes: value.length * size * bytesPerEntry }
    })
  }

  /** Something about some documents in their order. @param size how many figures that is, roughly */
  about<Value>(
    name: readonly unknown[],
    documents: readonly DocumentStatistics[],
    size: number,
    compute: () => Value,
  ): Value {
    type Known = { documents: readonly DocumentStatistics[]; value: Value }
    return this.#remembered<Known>(['about', ...name], (kept) => {
      const isKnown =
        kept?.documents.length === documents.length && documents.every((document, i) => document === kept.documents[i])
      return { value: isKnown ? kept : { documents, value: compute() }, bytes: size * bytesPerEntry }
    }).value
  }

  /** The sum of the rows of all documents. */
  sum(rows: DocumentRows): Float64Array {
    return this.#rows(rows).sum
  }

  /** The bootstrap distribution of a figure. @param figure names it among those that rest on these rows */
  replicates(rows: DocumentRows, figure: string, coefficient: Coefficient): Replicates {
    return this.#rows(rows).replicates(figure, coefficient)
  }

  #rows(rows: DocumentRows): SummedRows {
    return this.#remembered<SummedRows>(['rows', rows.width, ...rows.name], (kept) => {
      const value = kept && this.#changed ? this.#renewed(kept, rows, this.#changed) : this.#anew(rows, kept)
      return { value, bytes: value.bytes }
    })
  }

  #renewed(kept: SummedRows, { rowOf }: DocumentRows, places: readonly number[]): SummedRows {
    const { documents } = this.#summed
    kept.replace(new Map(places.flatMap((place) => (documents[place] ? [[place, rowOf(documents[place])]] : []))))
    return kept
  }

  /** @param kept where the rows of documents that are not new are taken from */
  #anew({ width, rowOf }: DocumentRows, kept: SummedRows | undefined): SummedRows {
    const { documents, draws } = this.#summed
    const table = new Float64Array(documents.length * width)
    documents.forEach((document, place) => {
      const before = this.#placeBefore.get(document)
      table.set(kept && before !== undefined ? kept.row(before) : rowOf(document), place * width)
    })
    return new SummedRows(table, width, draws)
  }

  /** What is known under a name, renewed once in a composition. */
  #remembered<Value>(
    name: readonly unknown[],
    renewed: (kept: Value | undefined) => { value: Value; bytes: number },
  ): Value {
    const key = JSON.stringify(name)
    const current = this.#memory.current(key) as Value | undefined
    if (current !== undefined) return current
    const { value, bytes } = renewed(this.#memory.take(key) as Value | undefined)
    this.#memory.keep(key, value, bytes)
    return value
  }
}

function add<Place>(counts: Map<Place, number>, place: Place, times: number): void {
  const count = (counts.get(place) ?? 0) + times
  if (count === 0) counts.delete(place)
  else counts.set(place, count)
}
