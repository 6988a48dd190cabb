export type Category = string | number

/** Stands in the table where a coder gave no value. */
export const missing = -1

/** What several coders said about the same units: a table of units x coders. */
export interface ReliabilityData {
  /** Number of coders: the columns. */
  coders: number
  /** The values a coder can give; a cell names one by its index. */
  categories: readonly Category[]
  /** The cells row by row, one row per unit: an index into `categories`, or `missing`. */
  values: Int16Array
}

/** A cell holds an index of 16 bits. */
const maxCategories = 0x7fff

/** The values of a code's presence: index 0 is absent, index 1 present. */
export const presence: readonly Category[] = [0, 1]

/** Number of units: the rows of the table. */
export function unitCount(data: ReliabilityData): number {
  return data.coders === 0 ? 0 : data.values.length / data.coders
}

/**
 * A table from rows of values, one row per unit and in it one value per coder; null = missing.
 * @param categories all values there may be; by default those that occur. Tables whose statistics are to be summed
 *   must name the same ones.
 * @throws RangeError when rows differ in length, a value is not among the categories, or there are too many of them
 */
export function reliabilityData(
  units: readonly (readonly (Category | null)[])[],
  categories?: readonly Category[],
): ReliabilityData {
  const coders = units[0]?.length ?? 0
  units.forEach((unit, row) => {
    if (unit.length !== coders) throw new RangeError(`Unit ${row} has ${unit.length} values instead of ${coders}`)
  })
  return filledTable({ units: units.length, coders }, (row, column) => units[row]?.[column] ?? null, categories)
}

/**
 * A table from a function that knows each cell; see `reliabilityData`.
 * @throws RangeError when a value is not among the categories, or there are too many of them
 */
export function filledTable(
  { units, coders }: { units: number; coders: number },
  cellAt: (unit: number, coder: number) => Category | null,
  categories?: readonly Category[],
): ReliabilityData {
  const indexOf = new Map(categories?.map((category, index) => [category, index]))
  const indexIn = (unit: number, value: Category | null) => {
    if (value === null) return missing
    const known = indexOf.get(value)
    if (known !== undefined) return known
    if (categories) throw new RangeError(`Unit ${unit} has a value that is no category: ${value}`)
    indexOf.set(value, indexOf.size)
    return indexOf.size - 1
  }
  const values = new Int16Array(units * coders)
  let cell = 0
  for (let unit = 0; unit < units; unit += 1) {
    for (let coder = 0; coder < coders; coder += 1) {
      values[cell] = indexIn(unit, cellAt(unit, coder))
      cell += 1
    }
  }
  if (indexOf.size > maxCategories) throw new RangeError(`More than ${maxCategories} different values`)
  return { coders, categories: categories ?? [...indexOf.keys()], values }
}

/** One unit of a table. Its members are buffers, filled anew for each unit: read them before going on. */
export interface UnitValues {
  /** The row of the table. */
  row: number
  /** r_u: how many coders gave a value. */
  total: number
  /** r_uk: how many gave each category. */
  counts: Uint32Array
  /** The categories with r_uk > 0, each once. */
  present: readonly number[]
}

/** Visits every unit. Costs as much as the table has cells, however many categories there are. */
export function eachUnit({ coders, categories, values }: ReliabilityData, visit: (unit: UnitValues) => void): void {
  const present: number[] = []
  const unit = { row: 0, total: 0, counts: new Uint32Array(categories.length), present }
  for (let from = 0; from < values.length; from += coders) {
    for (const category of present) unit.counts[category] = 0
    present.length = 0
    unit.row = from / coders
    unit.total = 0
    for (let cell = from; cell < from + coders; cell += 1) {
      const category = values[cell] ?? missing
      if (category === missing) continue
      const before = unit.counts[category] ?? 0
      if (before === 0) present.push(category)
      unit.counts[category] = before + 1
      unit.total += 1
    }
    visit(unit)
  }
}
