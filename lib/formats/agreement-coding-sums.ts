import type { AgreementWeight } from '../agreement/agreement-weights'
import type { Metric } from '../agreement/alpha-metrics'
import { brennanPrediger } from '../agreement/brennan-prediger'
import { categoryShares } from '../agreement/category-shares'
import type { CodingStatisticName } from '../agreement/coding-statistics'
import { cohenKappa } from '../agreement/cohen-kappa'
import { coincidences } from '../agreement/coincidences'
import { coderMarginals, congerKappa } from '../agreement/conger-kappa'
import { contingencies } from '../agreement/contingencies'
import { fleissKappa } from '../agreement/fleiss-kappa'
import { gwetAc } from '../agreement/gwet-ac'
import { krippendorffAlpha } from '../agreement/krippendorff-alpha'
import { lightKappa } from '../agreement/light-kappa'
import { percentAgreement } from '../agreement/percent-agreement'
import type { ReliabilityData } from '../agreement/reliability-data'
import { scottPi } from '../agreement/scott-pi'
import { specificAgreement } from '../agreement/specific-agreement'
import { unitAgreement } from '../agreement/unit-agreement'
import type { SummableStatistic } from './agreement-intervals'

/** What a statistic goes by besides the table. */
export interface CodingScale {
  metric: Metric
  weight: AgreementWeight
}

/** With more values than this, the square tables of all documents would not fit. */
const maxCategories = 64

/** A statistic on coding tables as sums over documents; null where there are too many different values. */
export function summableCoding(
  name: CodingStatisticName,
  documents: readonly ReliabilityData[],
  scale: CodingScale,
): SummableStatistic | null {
  const categories = documents[0]?.categories ?? []
  if (categories.length > maxCategories) return null
  const { row, figure } = sums(categories, documents[0]?.coders ?? 0, scale)[name]
  return { rows: documents.map(row), figure: (sum) => figure(sum).value }
}

interface Sums {
  row: (document: ReliabilityData) => ArrayLike<number>
  figure: (sum: Float64Array) => { value: number | null }
}

function sums(
  categories: ReliabilityData['categories'],
  coders: number,
  { metric, weight }: CodingScale,
): Record<CodingStatisticName, Sums> {
  const q = categories.length
  const pair = (document: ReliabilityData) => contingencies(document)[0] ?? []
  const agreementAnd = (more: (document: ReliabilityData) => number[], weights?: AgreementWeight) => ({
    row: (document: ReliabilityData) => [
      ...unitAgreement(document, weights ? { weight: weights } : {}),
      ...more(document),
    ],
  })
  const shares = (document: ReliabilityData) => [...categoryShares(document)]
  const specific = (value: number): Sums => ({
    row: coincidences,
    figure: (sum) => specificAgreement(sum, categories.indexOf(value)),
  })
  return {
    percent_agreement: { row: (document) => unitAgreement(document), figure: percentAgreement },
    cohen_kappa: { row: pair, figure: (sum) => cohenKappa(sum) },
    scott_pi: { row: pair, figure: scottPi },
    light_kappa: {
      row: (document) => contingencies(document).flatMap((table) => [...table]),
      figure: (sum) => lightKappa(parts(sum, q * q)),
    },
    fleiss_kappa: { ...agreementAnd(shares), figure: (sum) => fleissKappa(sum.subarray(0, 2), sum.subarray(2)) },
    gwet_ac1: { ...agreementAnd(shares), figure: (sum) => gwetAc(sum.subarray(0, 2), sum.subarray(2)) },
    gwet_ac2: { ...agreementAnd(shares, weight), figure: (sum) => gwetAc(sum.subarray(0, 2), sum.subarray(2), weight) },
    brennan_prediger: { row: (document) => unitAgreement(document), figure: (sum) => brennanPrediger(sum, q) },
    conger_kappa: {
      ...agreementAnd((document) => coderMarginals(document).flatMap((own) => [...own])),
      figure: (sum) => congerKappa(sum.subarray(0, 2), coders === 0 ? [] : parts(sum.subarray(2), q)),
    },
    krippendorff_alpha: { row: coincidences, figure: (sum) => krippendorffAlpha(sum, metric) },
    positive_specific_agreement: specific(1),
    negative_specific_agreement: specific(0),
  }
}

function parts(sum: Float64Array, size: number): Float64Array[] {
  const count = size === 0 ? 0 : sum.length / size
  return Array.from({ length: count }, (_, i) => sum.subarray(i * size, (i + 1) * size))
}
