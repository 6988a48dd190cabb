import type { AgreementWeight } from './agreement-weights'
import { brennanPredigerOfTable } from './brennan-prediger'
import type { ChanceCorrected } from './chance-corrected'
import { codingAlpha } from './coding-alpha'
import { type CodingTable, numericValues, ranks, singleValues } from './coding-table'
import { cohenKappa } from './cohen-kappa'
import { cohenKappaError } from './cohen-kappa-error'
import { coincidences } from './coincidences'
import { congerKappaOfTable } from './conger-kappa'
import { contingencies } from './contingencies'
import { noEstimate } from './estimate'
import { fleissKappaOfTable, fleissNullError } from './fleiss-kappa'
import { gwetAcOfTable } from './gwet-ac'
import { lightKappa } from './light-kappa'
import type { LinearisedError } from './linearised-error'
import { percentAgreement, percentAgreementOfTable } from './percent-agreement'
import { presence, type ReliabilityData } from './reliability-data'
import { scottPi } from './scott-pi'
import { specificAgreement } from './specific-agreement'
import { choice, type StatisticParameters, weightOf } from './statistic-parameters'
import { type StatisticResult, statisticResult } from './statistic-result'
import { unitAgreement } from './unit-agreement'

/**
 * One statistic on one table. A table it cannot be computed for gives no value but a reason.
 * @throws RangeError when table or parameters are not well formed
 */
export type CodingStatistic = (input: CodingTable, parameters?: StatisticParameters) => StatisticResult

/** Every statistic on coding tables and tables of sets, by its name in the files of reference cases. */
export const codingStatistics = {
  percent_agreement: (input, parameters = {}) => percent(singleValues(input), parameters),
  cohen_kappa: (input, parameters = {}) => cohen(singleValues(input), input, parameters),
  scott_pi: (input, parameters = {}) => {
    choice(parameters, 'weights', ['none'])
    const data = singleValues(input)
    return statisticResult(data.coders > 2 ? noEstimate('not_two_coders') : scottPi(contingencies(data)[0] ?? []))
  },
  fleiss_kappa: (input, parameters = {}) => {
    const unweighted = (parameters.weights ?? 'none') === 'none'
    const nullError = (data: ReliabilityData) => (unweighted ? fleissNullError(data) : null)
    return weighted(fleissKappaOfTable, nullError)(input, parameters)
  },
  conger_kappa: weighted(congerKappaOfTable),
  light_kappa: (input) => statisticResult(lightKappa(contingencies(singleValues(input)))),
  brennan_prediger: weighted(brennanPredigerOfTable),
  gwet_ac1: (input, parameters = {}) => {
    choice(parameters, 'weights', ['none'])
    return weighted(gwetAcOfTable)(input, parameters)
  },
  gwet_ac2: weighted(gwetAcOfTable),
  krippendorff_alpha: codingAlpha,
  positive_specific_agreement: (input) => specific(singleValues(input), 1),
  negative_specific_agreement: (input) => specific(singleValues(input), 0),
} satisfies Record<string, CodingStatistic>

export type CodingStatisticName = keyof typeof codingStatistics

type OfTable = (data: ReliabilityData, weight: AgreementWeight) => ChanceCorrected & LinearisedError

/** Coefficients whose weights go by the numbers of the categories (Gwet 2014). */
function weighted(ofTable: OfTable, nullError?: (data: ReliabilityData) => number | null): CodingStatistic {
  return (input, parameters = {}) => {
    const data = singleValues(input)
    const weight = weightOf(parameters, () => numericValues(data))
    if (typeof weight !== 'function') return statisticResult(weight)
    return statisticResult(ofTable(data, weight), nullError?.(data))
  }
}

function percent(data: ReliabilityData, parameters: StatisticParameters): StatisticResult {
  const weight = weightOf(parameters, () => numericValues(data))
  const aggregation = choice(parameters, 'aggregation', ['unit_mean', 'pooled_pairs', 'value_weighted'])
  if (typeof weight !== 'function') return statisticResult(weight)
  if (aggregation === 'unit_mean') return statisticResult(percentAgreementOfTable(data, weight))
  return statisticResult(percentAgreement(unitAgreement(data, { weight, aggregation })))
}

/** Weights by rank, as in scikit-learn and R irr. */
function cohen(data: ReliabilityData, { categories }: CodingTable, parameters: StatisticParameters): StatisticResult {
  const weight = weightOf(parameters, () => ranks(data, categories))
  if (data.coders > 2) return statisticResult(noEstimate('not_two_coders'))
  if (typeof weight !== 'function') return statisticResult(weight)
  const table = contingencies(data)[0] ?? []
  const error = cohenKappaError(table, weight)
  return { ...statisticResult(cohenKappa(table, weight), error?.seNull), ...(error && { se: error.se }) }
}

function specific(data: ReliabilityData, value: 0 | 1): StatisticResult {
  const isPresence = data.categories.every((category) => presence.includes(category))
  if (!isPresence) return statisticResult(noEstimate('not_presence'))
  return statisticResult(specificAgreement(coincidences(data), data.categories.indexOf(value)))
}
