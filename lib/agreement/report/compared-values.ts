import type { ReportedVariable } from './agreement-report'
import type { DocumentStatistics, PresenceLevel, PresenceTables, ValueTable } from './document-statistics'
import type { ReportGrounds } from './grounds'

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
  unit: PresenceLevel | 'matched_annotation'
  categories: readonly string[]
  /** Documents without such a unit are not in it. */
  documents: ReadonlyMap<DocumentStatistics, DocumentValues>
}

/** Categories of presence, which are those of `presenceCoincidences`. */
const absentOrPresent = ['0', '1']

/** The values of a variable of any kind but 'attribute'. */
export function comparedValues(grounds: ReportGrounds, variable: ReportedVariable): ComparedValues {
  const { unit } = grounds.request
  switch (variable.kind) {
    case 'code_presence':
      return comparedPresence(grounds, variable.key, unit)
    case 'framing':
      return comparedPresence(grounds, variable.key, orToken(unit))
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

function comparedPresence({ documents }: ReportGrounds, key: string, unit: PresenceLevel): ComparedValues {
  const values = new Map<DocumentStatistics, DocumentValues>()
  for (const document of documents) {
    const tables = document.levels[unit]
    const { coders } = document
    if (tables.units === 0) continue
    const cells = presenceCells(tables, key, coders.length)
    values.set(document, { coders, units: tables.units, valuesPerUnit: coders.length, cells })
  }
  return { unit, categories: absentOrPresent, documents: values }
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
  { documents }: ReportGrounds,
  variable: ReportedVariable,
  unit: Exclude<PresenceLevel, 'character'>,
): ComparedValues {
  const tables = documents.flatMap((document) => {
    const table = document.levels[unit].sets[variable.key]
    return table && document.levels[unit].units > 0 ? [{ document, table }] : []
  })
  const categories = new Categories(
    tables.flatMap(({ table }) => table.values),
    variable.order,
  )
  const entries = tables.map(({ document, table }) => {
    const { coders, levels } = document
    const cells = renamedCells(table, categories)
    return [document, { coders, units: levels[unit].units, valuesPerUnit: coders.length, cells }] as const
  })
  return { unit, categories: categories.all, documents: new Map(entries) }
}

/** The cells of a table without missing values, with the places of categories instead of those of its own values. */
function renamedCells({ values, cells }: ValueTable, categories: Categories): number[] {
  const places = values.map((value) => categories.placeOf(value))
  return cells.map((number, i) => (i % 4 === 1 || i % 4 === 2 ? (places[number] ?? 0) : number))
}

/** One value per coder and document, null = none: a document is a unit. */
function comparedSingles(
  { documents }: ReportGrounds,
  variable: ReportedVariable,
  valuesOf: (document: DocumentStatistics) => readonly (string | number | null)[] | undefined,
): ComparedValues {
  const given = documents.flatMap((document) => {
    const values = valuesOf(document) ?? []
    const coders = document.coders.filter((_, place) => (values[place] ?? null) !== null)
    const texts = values.filter((value) => value !== null).map(String)
    return coders.length < 2 ? [] : [{ document, coders, texts }]
  })
  const categories = new Categories(
    given.flatMap(({ texts }) => texts),
    variable.order,
  )
  const entries = given.map(({ document, coders, texts }) => {
    const cells = singleCells(texts.map((text) => categories.placeOf(text)))
    return [document, { coders, units: 1, valuesPerUnit: coders.length, cells }] as const
  })
  return { unit: 'document', categories: categories.all, documents: new Map(entries) }
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

  constructor(occurring: readonly string[], declared: readonly string[] = []) {
    this.all = [...new Set([...declared, ...[...new Set(occurring)].sort()])]
    this.#places = new Map(this.all.map((category, place) => [category, place]))
  }

  placeOf(category: string): number {
    return this.#places.get(category) ?? 0
  }
}
