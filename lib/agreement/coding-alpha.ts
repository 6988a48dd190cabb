import { alphaError } from './alpha-error'
import { type CodingCell, type CodingTable, isSetTable, singleValues, unitRows } from './coding-table'
import { krippendorffAlphaOfTable } from './krippendorff-alpha'
import type { Category } from './reliability-data'
import { setCoding, setMetric } from './set-coding'
import {
  jaccardDistance,
  masiDistance,
  masiNltkDistance,
  passonneauDistance,
  type SetDistance,
  setNominalDistance,
} from './set-distances'
import { choice, levelMetric, levels, type StatisticParameters } from './statistic-parameters'
import { type StatisticResult, statisticResult } from './statistic-result'

const distances = {
  masi: masiDistance,
  jaccard: jaccardDistance,
  'set-nominal': setNominalDistance,
  passonneau2004: passonneauDistance,
  'masi-nltk': masiNltkDistance,
} satisfies Record<string, SetDistance>

type DistanceName = keyof typeof distances

const distanceNames = Object.keys(distances) as [DistanceName, ...DistanceName[]]

/**
 * Krippendorff's alpha by `metric`: a level of measurement (nominal by default) or, for tables of sets, a distance of
 * sets (masi by default). The linearised error goes with fixed differences of single values, so not with ordinal ones.
 * @throws RangeError when the table is not well formed, or the metric not one for its kind of values
 */
export function codingAlpha(input: CodingTable, parameters: StatisticParameters = {}): StatisticResult {
  if (isSetTable(input) || distanceNames.some((name) => name === parameters.metric)) return setAlpha(input, parameters)
  const level = choice(parameters, 'metric', levels)
  const data = singleValues(input)
  const metric = levelMetric(level, data, input.categories)
  if (typeof metric !== 'function') return statisticResult(metric)
  const { alpha, totals, difference } = krippendorffAlphaOfTable(data, metric)
  if (level === 'ordinal') return statisticResult(alpha)
  return statisticResult({ ...alpha, ...alphaError(data, alpha, totals, difference) })
}

function setAlpha(input: CodingTable, parameters: StatisticParameters): StatisticResult {
  const distance = distances[choice(parameters, 'metric', distanceNames)]
  const { data, sets } = setCoding(unitRows(input).map((cells) => cells.map(asSet)))
  return statisticResult(krippendorffAlphaOfTable(data, setMetric(sets, distance)).alpha)
}

/** A single value is a set of one. */
function asSet(cell: CodingCell): readonly Category[] | null {
  return typeof cell === 'string' || typeof cell === 'number' ? [cell] : cell
}

/**
 * The distance of two sets of codes by `metric`, masi by default.
 * @throws RangeError when the metric is none for sets
 */
export function setDistance(
  [a, b]: readonly [readonly Category[], readonly Category[]],
  parameters: StatisticParameters = {},
): StatisticResult {
  const distance = distances[choice(parameters, 'metric', distanceNames)]
  return { value: distance(new Set(a), new Set(b)) }
}
