import { noEstimate } from './estimate'
import { type Category, filledTable, type ReliabilityData } from './reliability-data'

/** A cell: one value, or a set of codes; null = missing. */
export type CodingCell = Category | readonly Category[] | null

/** Units that several coders coded, as researchers hand it in: one row per coder, one column per unit. */
export interface CodingTable {
  table: readonly (readonly CodingCell[])[]
  /** All values there are to choose from, in their order if they have one; by default those that occur. */
  categories?: readonly Category[] | undefined
}

/** Whether the cells are sets of codes. */
export function isSetTable({ table }: CodingTable): boolean {
  return table.some((row) => row.some(Array.isArray))
}

/**
 * The table with one row per unit.
 * @throws RangeError when a coder has more or fewer values than the first
 */
export function unitRows({ table }: CodingTable): CodingCell[][] {
  return Array.from({ length: unitsOf(table) }, (_, unit) => table.map((row) => row[unit] ?? null))
}

function unitsOf(table: CodingTable['table']): number {
  const units = table[0]?.length ?? 0
  const ragged = table.findIndex((row) => row.length !== units)
  if (ragged < 0) return units
  throw new RangeError(`Coder ${ragged + 1} has ${table[ragged]?.length} values instead of ${units}`)
}

/**
 * A table of single values.
 * @throws RangeError when a cell is a set, rows differ in length, or a value is not among the declared categories
 */
export function singleValues({ table, categories }: CodingTable): ReliabilityData {
  const size = { units: unitsOf(table), coders: table.length }
  return filledTable(size, (unit, coder) => singleValue(table[coder]?.[unit] ?? null, unit), categories)
}

function singleValue(cell: CodingCell, unit: number): Category | null {
  if (cell === null || typeof cell === 'string') return cell
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell
  throw new RangeError(`Unit ${unit + 1} has a value that is neither a number nor text`)
}

/** The categories as numbers, or why they are none. */
export function numericValues({ categories }: ReliabilityData) {
  const numbers = categories.filter((category) => typeof category === 'number')
  return numbers.length === categories.length ? numbers : noEstimate('not_numeric')
}

/** The rank of every category, from 0: by number, else as declared; or why there is no order. */
export function ranks({ categories }: ReliabilityData, declared: CodingTable['categories']) {
  if (categories.every((category) => typeof category === 'number')) {
    const sorted = [...categories].sort((one, other) => one - other)
    const rankOf = new Map(sorted.map((value, rank) => [value, rank]))
    return categories.map((category) => rankOf.get(category) ?? 0)
  }
  return declared ? categories.map((_, rank) => rank) : noEstimate('not_ordered')
}
