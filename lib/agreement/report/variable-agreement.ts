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
import { type PairValues, pairValues } from './pair-values'
import { type PooledValues, pooledValues } from './pooled-values'
import { provisionalSize } from './provisional-size'
import { alphaUncertainty } from './uncertainty'
import { alphaOf, alphaOfAll, alphaReplicates } from './variable-alpha'

/** Table 1: the variables asked for but attributes, in their order. */
export function variableRows(grounds: ReportGrounds): VariableAgreement[] {
  return grounds.request.variables
    .filter(({ kind }) => kind !== 'attribute')
    .map((variable) => variableAgreement(grounds, variable, comparedValues(grounds, variable)))
}

/** Every figure about a variable, from its values in all documents. */
export function variableAgreement(
  grounds: ReportGrounds,
  variable: ReportedVariable,
  compared: ComparedValues,
): VariableAgreement {
  const scale = alphaScale(variable, compared.categories)
  const pooled = pooledValues(compared)
  const pairs = pairValues(grounds, compared)
  const orAbsent = <Figure extends Estimate>(figure: Figure) => withAbsence(grounds, figure)
  const alpha = orAbsent(alphaOfAll(pooled.paired.values(), scale))
  const replicates = alphaReplicates(grounds, pooled.paired, scale)
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
      categories: compared.categories.length,
      isCategorical,
      alphaOf: (pair) => alphaOf(pair, scale),
    }),
    verdict: verdictOn({ alpha, ...uncertainty }),
    provisional: provisionalSize(variable, units, presence.prevalence),
  }
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
function presenceMatrix({ paired }: PooledValues): number[] {
  let [absent, present, mixed] = [0, 0, 0]
  for (const { totals, differing } of paired.values()) {
    absent += totals.get(0) ?? 0
    present += totals.get(1) ?? 0
    mixed += (differing[0]?.weight ?? 0) / 2
  }
  return [absent - mixed, mixed, mixed, present - mixed]
}

type CategoryCoefficients = Pick<VariableAgreement, 'scottPi' | 'fleissKappa' | 'gwetAc1' | 'brennanPrediger'>

/** Unweighted, each value (also a set of codes) as one category. */
function categoryCoefficients(pooled: PooledValues, pairs: readonly PairValues[]): CategoryCoefficients {
  const { agreement, shares, coders } = pooled
  const tables = pairs.filter(({ values }) => values.units > 0).map(({ table }) => table)
  return {
    scottPi: coders.size > 2 ? noEstimate('not_two_coders') : plainEstimate(scottPi(tables[0] ?? [])),
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
