import type { ReportedVariable } from './agreement-report'
import type { DocumentStatistics, PresenceLevel, PresenceTables, ValueTable } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { type PairedValues, pairedValues } from './paired-values'

/** What the coders of one document said of a variable, in the units that have values of two coders or more. */
export interface DocumentValues {
  /** Those who gave values, sorted. */
  coders: readonly string[]
  units: number
  /** How many values each unit has: of all these coders, or of the two who are compared. */
  valuesPerUnit: number
  /** Four numbers per entry: pair of these coders, category of the first, of the second, in how many units. */
  cells: readonly number[]
}

/** The values of one variable in all documents. Categories are named by their place. */
export interface ComparedValues {
  /** Says where in a document the values are. */
  source: readonly unknown[]
  /** The same with what the places of categories mean. */
  name: readonly unknown[]
  unit: PresenceLevel | 'matched_annotation'
  categories: readonly string[]
  /** Null for a document without such a unit. */
  valuesIn: (document: DocumentStatistics) => DocumentValues | null
  /** What these values pair. */
  pairedIn: (document: DocumentStatistics) => PairedValues | null
}

/** Values that are read once from each document that they are asked of. */
export function comparedBy(
  { source, unit, categories }: Pick<ComparedValues, 'source' | 'unit' | 'categories'>,
  valuesOf: ComparedValues['valuesIn'],
): ComparedValues {
  const valuesIn = readOnce(valuesOf)
  const pairedIn = readOnce((document) => {
    const values = valuesIn(document)
    return values && pairedValues(values)
  })
  const name = [...source, unit, categories]
  return { source: [...source, unit], name, unit, categories, valuesIn, pairedIn }
}

function readOnce<Value>(read: (document: DocumentStatistics) => Value) {
  const known = new Map<DocumentStatistics, Value>()
  return (document: DocumentStatistics): Value => {
    const value = known.get(document) ?? read(document)
    known.set(document, value)
    return value
  }
}

/** Categories of presence, which are those of `presenceCoincidences`. */
const absentOrPresent = ['0', '1']

/** The values of a variable of any kind but 'attribute'. */
export function comparedValues(grounds: ReportGrounds, variable: ReportedVariable): ComparedValues {
  const { unit } = grounds.request
  switch (variable.kind) {
    case 'code_presence':
      return comparedPresence(variable.key, unit)
    case 'framing':
      return comparedPresence(variable.key, orToken(unit))
    case 'family_set':
    case 'family_nominal':
      return comparedSets(grounds, variable, orToken(unit))
    case 'document_variable':
      return comparedSingles(grounds, variable, ({ variables }) => variables[variable.key])
    case 'count':
    case 'rate':
    case 'derived':
      return comparedSingles(grounds, variable, ({ numbers }) => numbers[variable.key])
    case 'attribute':
      throw new RangeError(`${variable.label} is an attribute, which has values on matched annotations alone`)
  }
}

/** Statistics hold neither framings nor sets of characters: a token is the finest unit that can hold several codes. */
function orToken(unit: PresenceLevel): Exclude<PresenceLevel, 'character'> {
  return unit === 'character' ? 'token' : unit
}

function comparedPresence(key: string, unit: PresenceLevel): ComparedValues {
  return comparedBy({ source: ['presence', key], unit, categories: absentOrPresent }, ({ coders, levels }) => {
    const tables = levels[unit]
    if (tables.units === 0) return null
    const cells = presenceCells(tables, key, coders.length)
    return { coders, units: tables.units, valuesPerUnit: coders.length, cells }
  })
}

function presenceCells({ units, presence }: PresenceTables, key: string, coders: number): number[] {
  const counts = presence[key] ?? []
  const cells: number[] = []
  for (let pair = 0; pair < (coders * (coders - 1)) / 2; pair += 1) {
    const onlyFirst = counts[3 * pair] ?? 0
    const onlySecond = counts[3 * pair + 1] ?? 0
    const both = counts[3 * pair + 2] ?? 0
    const neither = units - onlyFirst - onlySecond - both
    if (neither > 0) cells.push(pair, 0, 0, neither)
    if (onlyFirst > 0) cells.push(pair, 1, 0, onlyFirst)
    if (onlySecond > 0) cells.push(pair, 0, 1, onlySecond)
    if (both > 0) cells.push(pair, 1, 1, both)
  }
  return cells
}

function comparedSets(
  grounds: ReportGrounds,
  variable: ReportedVariable,
  unit: Exclude<PresenceLevel, 'character'>,
): ComparedValues {
  const source = ['sets', variable.key]
  const tableIn = ({ levels }: DocumentStatistics) =>
    levels[unit].units > 0 ? levels[unit].sets[variable.key] : undefined
  const occurring = grounds.sums.counted<string>([...source, unit], (document, count) => {
    for (const value of tableIn(document)?.values ?? []) count(value, 1)
  })
  const categories = new Categories(occurring.keys(), variable.order)
  return comparedBy({ source, unit, categories: categories.all }, (document) => {
    const { coders, levels } = document
    const table = tableIn(document)
    if (!table) return null
    const cells = renamedCells(table, categories)
    return { coders, units: levels[unit].units, valuesPerUnit: coders.length, cells }
  })
}

/** The cells of a table without missing values, with the places of categories instead of those of its own values. */
function renamedCells({ values, cells }: ValueTable, categories: Categories): number[] {
  const places = values.map((value) => categories.placeOf(value))
  return cells.map((number, i) => (i % 4 === 1 || i % 4 === 2 ? (places[number] ?? 0) : number))
}

/** One value per coder and document, null = none: a document is a unit. */
function comparedSingles(
  grounds: ReportGrounds,
  variable: ReportedVariable,
  valuesOf: (document: DocumentStatistics) => readonly (string | number | null)[] | undefined,
): ComparedValues {
  const source = [variable.kind === 'document_variable' ? 'variables' : 'numbers', variable.key]
  const givenIn = (document: DocumentStatistics) => {
    const values = valuesOf(document) ?? []
    const coders = document.coders.filter((_, place) => (values[place] ?? null) !== null)
    return coders.length < 2 ? null : { coders, texts: values.filter((value) => value !== null).map(String) }
  }
  const occurring = grounds.sums.counted<string>(source, (document, count) => {
    for (const text of givenIn(document)?.texts ?? []) count(text, 1)
  })
  const categories = new Categories(occurring.keys(), variable.order)
  return comparedBy({ source, unit: 'document', categories: categories.all }, (document) => {
    const given = givenIn(document)
    if (!given) return null
    const cells = singleCells(given.texts.map((text) => categories.placeOf(text)))
    return { coders: given.coders, units: 1, valuesPerUnit: given.coders.length, cells }
  })
}

/** One unit with a value of each coder. */
function singleCells(values: readonly number[]): number[] {
  const cells: number[] = []
  let pair = 0
  values.forEach((one, i) => {
    for (let j = i + 1; j < values.length; j += 1) {
      cells.push(pair, one, values[j] ?? 0, 1)
      pair += 1
    }
  })
  return cells
}

/** Categories in the declared order, then further ones that occur, sorted: the same whatever the order of documents. */
class Categories {
  readonly all: readonly string[]
  readonly #places: ReadonlyMap<string, number>

  constructor(occurring: Iterable<string>, declared: readonly string[] = []) {
    this.all = [...new Set([...declared, ...[...occurring].sort()])]
    this.#places = new Map(this.all.map((category, place) => [category, place]))
  }

  placeOf(category: string): number {
    return this.#places.get(category) ?? 0
  }
}
