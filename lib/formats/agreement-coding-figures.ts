import { identityWeight } from '../agreement/agreement-weights'
import { nominal } from '../agreement/alpha-metrics'
import type { Resampling } from '../agreement/bootstrap'
import { type CodingStatisticName, codingStatistics } from '../agreement/coding-statistics'
import {
  type CodingCell,
  type CodingTable,
  isSetTable,
  numericValues,
  singleValues,
  unitRows,
} from '../agreement/coding-table'
import { eachUnit, type ReliabilityData } from '../agreement/reliability-data'
import { setCoding, setMetric } from '../agreement/set-coding'
import { masiDistance } from '../agreement/set-distances'
import { levelMetric, type levels, weightOf } from '../agreement/statistic-parameters'
import { type CodingScale, summableCoding } from './agreement-coding-sums'
import { bootstrapInterval, withInterval } from './agreement-intervals'

export type Level = (typeof levels)[number]

export interface CodingRequest {
  level: Level
  /** In the order in which they are to be printed. */
  statistics: readonly CodingStatisticName[]
  /** Asked for an interval over documents. */
  resampling: Resampling | null
}

/** A table of units, and the document that each unit is from. */
export interface CodingByDocument {
  table: CodingTable
  documents: readonly string[]
}

/**
 * The statistics of one table, each under its name, beside the numbers they rest on: `n_units` rows, `n_units_pairable`
 * of them with two values or more, `n_coders` columns, `n_pairable` values in pairable units.
 * @throws RangeError when a statistic cannot take such a table
 */
export function codingFigures({ table, documents }: CodingByDocument, request: CodingRequest): Record<string, unknown> {
  const { data, scale } = scaled(table, request.level)
  const byDocument = request.resampling ? dataByDocument(data, documents) : []
  const figures = request.statistics.map((name) => {
    const figure = {
      ...codingStatistics[name](table, parametersOf(name, table, request.level)),
      ...scaleOf(name, table, request.level),
    }
    const { resampling } = request
    if (!resampling) return [name, figure]
    return [
      name,
      withInterval(figure, () => bootstrapInterval(summableCoding(name, drawn(name, byDocument), scale), resampling)),
    ]
  })
  return { ...counts(data), ...Object.fromEntries(figures) }
}

/** These also count units with a single value. */
const withSingleValues: readonly CodingStatisticName[] = ['fleiss_kappa', 'conger_kappa', 'gwet_ac1', 'gwet_ac2']

/** As in the report, a document without a unit of two coders is not drawn, unless the statistic counts it. */
function drawn(name: CodingStatisticName, documents: readonly ReliabilityData[]): readonly ReliabilityData[] {
  if (withSingleValues.includes(name)) return documents
  return documents.filter((document) => counts(document).n_units_pairable > 0)
}

function parametersOf(name: CodingStatisticName, table: CodingTable, level: Level) {
  return { ...scaleOf(name, table, level) }
}

/** How the statistic takes values that differ: printed beside it. */
function scaleOf(name: CodingStatisticName, table: CodingTable, level: Level): { metric?: string; weights?: string } {
  if (name === 'krippendorff_alpha') return { metric: isSetTable(table) ? 'masi' : level }
  return name === 'gwet_ac2' ? { weights: weightsOf(level) } : {}
}

function weightsOf(level: Level): string {
  if (level === 'nominal') return 'none'
  return level === 'ordinal' ? 'linear' : 'quadratic'
}

/** The table as the coefficients count it, with the difference and the weight that its level asks for. */
function scaled(table: CodingTable, level: Level): { data: ReliabilityData; scale: CodingScale } {
  if (isSetTable(table)) {
    const { data, sets } = setCoding(unitRows(table).map((cells) => cells.map(asSet)))
    return { data, scale: { metric: setMetric(sets, masiDistance), weight: identityWeight } }
  }
  const data = singleValues(table)
  const metric = levelMetric(level, data, table.categories)
  const weight = weightOf({ weights: weightsOf(level) }, () => numericValues(data))
  return {
    data,
    scale: {
      metric: typeof metric === 'function' ? metric : nominal,
      weight: typeof weight === 'function' ? weight : identityWeight,
    },
  }
}

function asSet(cell: CodingCell) {
  return typeof cell === 'string' || typeof cell === 'number' ? [cell] : cell
}

function counts(data: ReliabilityData) {
  let [units, pairableUnits, pairable] = [0, 0, 0]
  eachUnit(data, ({ total }) => {
    units += 1
    if (total < 2) return
    pairableUnits += 1
    pairable += total
  })
  return { n_units: units, n_units_pairable: pairableUnits, n_coders: data.coders, n_pairable: pairable }
}

/** The table cut into one for each document, sorted by id: the order of the rows does not change the draws. */
function dataByDocument(data: ReliabilityData, documents: readonly string[]): ReliabilityData[] {
  const values = new Map<string, number[]>()
  documents.forEach((document, unit) => {
    const own = values.get(document) ?? []
    for (let coder = 0; coder < data.coders; coder += 1) own.push(data.values[unit * data.coders + coder] ?? 0)
    values.set(document, own)
  })
  const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([, own]) => ({ ...data, values: Int16Array.from(own) }))
}
