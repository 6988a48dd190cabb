import type { KnownRow, Rows } from './rows'

/** Where rows can be set. */
export interface RowsInWork extends Pick<Rows, 'get'> {
  set(id: string, row: KnownRow): void
}

/**
 * The rows of a coding in one of its states. Every state made from another one has each row at the same place, so that
 * two states are told apart place by place, and a new one costs the copy of a list.
 */
export class PlacedRows implements Rows {
  private constructor(
    /** The place of every row of any of these states. */
    private readonly places: Map<string, number>,
    /** The rows at their places: nothing where another state has a row that this one has not. */
    readonly list: readonly (KnownRow | undefined)[],
  ) {}

  static of(rows: Iterable<KnownRow>): PlacedRows {
    return new PlacedRows(new Map(), []).with((work) => {
      for (const row of rows) work.set(row.id, row)
    })
  }

  get(id: string): KnownRow | undefined {
    const place = this.places.get(id)
    return place === undefined ? undefined : this.list[place]
  }

  get size(): number {
    return this.values().length
  }

  values(): KnownRow[] {
    return this.list.filter((row) => row !== undefined)
  }

  /** The state with what is set in it; this one stays what it is. */
  with(work: (rows: RowsInWork) => void): PlacedRows {
    const { places } = this
    const list = [...this.list]
    const placeOf = (id: string) => {
      const place = places.get(id) ?? places.size
      places.set(id, place)
      while (list.length < place) list.push(undefined)
      return place
    }
    work({
      get: (id) => list[places.get(id) ?? -1],
      set: (id, row) => {
        list[placeOf(id)] = row
      },
    })
    return new PlacedRows(places, list)
  }
}
