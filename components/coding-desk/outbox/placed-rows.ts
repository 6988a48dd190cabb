import type { KnownRow, Rows } from './rows'

/** Where rows can be set. */
export interface RowsInWork extends Pick<Rows, 'get'> {
  set(id: string, row: KnownRow): void
}

/**
 * The rows of a coding in one of its states. A state made from another one has each row at the same place, so that the
 * two are told apart place by place, and a new one costs the copy of a list. What is made from an empty one begins anew.
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
    const places = this.list.length > 0 ? this.places : new Map<string, number>()
    const list = [...this.list]
    const newPlace = (id: string) => {
      places.set(id, places.size)
      return places.size - 1
    }
    work({
      get: (id) => list[places.get(id) ?? -1],
      set: (id, row) => {
        const place = places.get(id) ?? newPlace(id)
        while (list.length < place) list.push(undefined)
        list[place] = row
      },
    })
    return new PlacedRows(places, list)
  }
}
