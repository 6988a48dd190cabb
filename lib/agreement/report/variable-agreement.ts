import { brennanPrediger } from '../brennan-prediger'
import { type Estimate, noEstimate, plainEstimate } from '../estimate'
import { fleissKappa } from '../fleiss-kappa'
import { gwetAc } from '../gwet-ac'
import { percentAgreement } from '../percent-agreement'
import { prevalence } from '../prevalence'
import { scottPi } from '../scott-pi'
import { specificAgreement } from '../specific-agreement'
import { verdictOn } from '../verdict'
import type { ReportedVariable, VariableAgreement } from './agreement-report'
import { alphaScale } from './alpha-scale'
import { type ComparedValues, comparedValues } from './compared-values'
import { type ReportGrounds, withAbsence } from './grounds'
import { kappaSummary } from './kappa-summary'
import { contingencyOf, type PairValues, pairValues } from './pair-values'
import { type PooledValues, pooledValues } from './pooled-values'
import { provisionalSize } from './provisional-size'
import { alphaUncertainty } from './uncertainty'
import { alphaOf, alphaOfAll, alphaReplicates } from './variable-alpha'

/** Table 1: the variables asked for but attributes, in their order. */
export function variableRows(grounds: ReportGrounds): VariableAgreement[] {
  let [source, values]: [string, CountedValues | null] = ['', null]
  return grounds.request.variables
    .filter(({ kind }) => kind !== 'attribute')
    .map((variable) => {
      // Rows that follow each other often rest on the same values: a number at two levels, sets by distance or by name.
      const own = JSON.stringify([sourceOf(variable), variable.key, variable.order])
      values = own === source && values ? values : countedValues(grounds, comparedValues(grounds, variable))
      source = own
      return agreementOn(grounds, variable, values)
    })
}

function sourceOf({ kind }: ReportedVariable): string {
  if (kind === 'family_set' || kind === 'family_nominal') return 'sets'
  return kind === 'count' || kind === 'rate' || kind === 'derived' ? 'numbers' : kind
}

/** Every figure about a variable, from its values in all documents. */
export function variableAgreement(
  grounds: ReportGrounds,
  variable: ReportedVariable,
  compared: ComparedValues,
): VariableAgreement {
  return agreementOn(grounds, variable, countedValues(grounds, compared))
}

/** Values in all documents, counted in the ways in which the figures need them. */
interface CountedValues {
  compared: ComparedValues
  pooled: PooledValues
  pairs: PairValues[]
}

function countedValues(grounds: ReportGrounds, compared: ComparedValues): CountedValues {
  return { compared, pooled: pooledValues(grounds, compared), pairs: pairValues(grounds, compared) }
}

function agreementOn(
  grounds: ReportGrounds,
  variable: ReportedVariable,
  { compared, pooled, pairs }: CountedValues,
): VariableAgreement {
  const scale = alphaScale(variable, compared.categories)
  const orAbsent = <Figure extends Estimate>(figure: Figure) => withAbsence(grounds, figure)
  const alpha = orAbsent(alphaOfAll(grounds, compared, scale))
  const replicates = alphaReplicates(grounds, compared, scale)
  const uncertainty = alphaUncertainty(grounds, alpha, replicates, variable.alphaMin)
  const presence = presenceFigures(variable, pooled)
  const isCategorical = variable.level !== 'interval' && variable.level !== 'ratio'
  const coefficients = isCategorical ? categoryCoefficients(pooled, pairs) : noCategoryCoefficients
  const { units, documents, values } = pooled
  return {
    ...variable,
    ...{ unit: compared.unit, units, documents, values, missingValues: units * grounds.coders.length - values },
    ...{ positives: presence.positives, prevalence: orAbsent(presence.prevalence) },
    percent: orAbsent(percentAgreement(pooled.agreement)),
    positiveAgreement: orAbsent(presence.positiveAgreement),
    negativeAgreement: orAbsent(presence.negativeAgreement),
    alpha: { ...alpha, ...uncertainty },
    scottPi: orAbsent(coefficients.scottPi),
    fleissKappa: orAbsent(coefficients.fleissKappa),
    gwetAc1: orAbsent(coefficients.gwetAc1),
    brennanPrediger: orAbsent(coefficients.brennanPrediger),
    kappa: kappaSummary(pairs, {
      isCategorical,
      absence: grounds.absence,
      alphaOf: (pair) => alphaOf(pair, scale),
      mostPairs: pairsPerVariable(grounds),
    }),
    verdict: verdictOn({ alpha, ...uncertainty }),
    provisional: provisionalSize(variable, units, presence.prevalence),
  }
}

/** Pairs in all rows of a report: hundreds of coders have so many that no text could hold the figures of each. */
const mostPairRows = 300_000

function pairsPerVariable({ request: { variables, attributes } }: ReportGrounds): number {
  return Math.floor(mostPairRows / Math.max(1, variables.length + attributes.length))
}

type PresenceFigures = Pick<VariableAgreement, 'positives' | 'prevalence' | 'positiveAgreement' | 'negativeAgreement'>

/** What only presence has: categories absent (0) and present (1). */
function presenceFigures({ kind }: ReportedVariable, pooled: PooledValues): PresenceFigures {
  if (kind !== 'code_presence' && kind !== 'framing') {
    const none = noEstimate('not_presence')
    return { positives: null, prevalence: none, positiveAgreement: none, negativeAgreement: none }
  }
  const matrix = presenceMatrix(pooled)
  const { positives, share } = prevalence(matrix)
  return {
    ...{ positives, prevalence: share },
    positiveAgreement: specificAgreement(matrix, 1),
    negativeAgreement: specificAgreement(matrix, 0),
  }
}

/** Krippendorff's coincidence matrix of presence. */
function presenceMatrix({ totals: [absent = 0, present = 0], differing: mixed }: PooledValues): number[] {
  return [absent - mixed, mixed, mixed, present - mixed]
}

type CategoryCoefficients = Pick<VariableAgreement, 'scottPi' | 'fleissKappa' | 'gwetAc1' | 'brennanPrediger'>

/** Unweighted, each value (also a set of codes) as one category. */
function categoryCoefficients(pooled: PooledValues, pairs: readonly PairValues[]): CategoryCoefficients {
  const { agreement, shares, coders } = pooled
  return {
    scottPi:
      coders > 2 ? noEstimate('not_two_coders') : plainEstimate(scottPi(pairs[0] ? contingencyOf(pairs[0]) : [])),
    fleissKappa: plainEstimate(fleissKappa(agreement, shares)),
    gwetAc1: plainEstimate(gwetAc(agreement, shares)),
    brennanPrediger: plainEstimate(brennanPrediger(agreement, shares.length)),
  }
}

const noCategoryCoefficients: CategoryCoefficients = {
  scottPi: noEstimate('not_categories'),
  fleissKappa: noEstimate('not_categories'),
  gwetAc1: noEstimate('not_categories'),
  brennanPrediger: noEstimate('not_categories'),
}
