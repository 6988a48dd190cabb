import { type AgreementWeight, identityWeight, linearWeight, quadraticWeight } from './agreement-weights'
import { interval, type Metric, nominal, ordinal, ratio } from './alpha-metrics'
import { type CodingTable, numericValues, ranks } from './coding-table'
import { noEstimate } from './estimate'
import type { ReliabilityData } from './reliability-data'

/** What a statistic is told besides its data, by name: `weights`, `metric`, `aggregation`. */
export type StatisticParameters = Readonly<Record<string, unknown>>

type NoEstimate = ReturnType<typeof noEstimate>

/**
 * One of the options of a parameter.
 * @throws RangeError when it is given and none of them
 */
export function choice<Option extends string>(
  parameters: StatisticParameters,
  name: string,
  [fallback, ...others]: readonly [Option, ...Option[]],
): Option {
  const given = parameters[name] ?? fallback
  const found = [fallback, ...others].find((option) => option === given)
  if (found === undefined) {
    throw new RangeError(`${name} must be one of ${[fallback, ...others].join(', ')}; it is ${String(given)}`)
  }
  return found
}

const makeWeight = { linear: linearWeight, quadratic: quadraticWeight }

/**
 * The weights asked for, or why this table cannot have them.
 * @param scale how far categories lie apart: by their numbers (Gwet) or their ranks (Cohen)
 */
export function weightOf(
  parameters: StatisticParameters,
  scale: () => readonly number[] | NoEstimate,
): AgreementWeight | NoEstimate {
  const weights = choice(parameters, 'weights', ['none', 'linear', 'quadratic'])
  if (weights === 'none') return identityWeight
  const values = scale()
  return 'undefined' in values ? values : makeWeight[weights](values)
}

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** The metric of a level of measurement, or why this table cannot have it. */
export function levelMetric(
  level: (typeof levels)[number],
  data: ReliabilityData,
  declared: CodingTable['categories'],
): Metric | NoEstimate {
  if (level === 'nominal') return nominal
  if (level === 'ordinal') return ordinalMetric(ranks(data, declared))
  const values = numericValues(data)
  if ('undefined' in values) return values
  if (level === 'interval') return interval(values)
  return values.some((value) => value < 0) ? noEstimate('negative_value') : ratio(values)
}

function ordinalMetric(rankOf: readonly number[] | NoEstimate): Metric | NoEstimate {
  if ('undefined' in rankOf) return rankOf
  const order: number[] = []
  rankOf.forEach((rank, category) => {
    order[rank] = category
  })
  return ordinal(order)
}
