import { cohenKappa } from '../cohen-kappa'
import { type Estimate, noEstimate, plainEstimate, type UndefinedReason } from '../estimate'
import type { KappaSummary, PairAgreement } from './agreement-report'
import { contingencyOf, type PairValues } from './pair-values'
import { type PairedValues, pairedValues } from './paired-values'

interface PairFigures {
  /** Whether its values are categories, so that kappa says something about them. */
  isCategorical: boolean
  /** Alpha by the metric of the variable. */
  alphaOf: (values: PairedValues) => Estimate
  /** Why there is no pair at all, where nothing can be compared. */
  absence: UndefinedReason | null
  /** So many pairs are listed. */
  mostPairs: number
}

/** Agreement of each pair of coders that coded a unit in common, and what their kappas come to. */
export function kappaSummary(pairs: readonly PairValues[], figures: PairFigures): KappaSummary {
  const agreements = pairs.map((pair) => pairAgreement(pair, figures))
  const defined = agreements.flatMap(({ kappa }) => (kappa.value === null ? [] : [kappa.value]))
  const over = (figure: (values: readonly number[]) => number): Estimate => {
    if (!figures.isCategorical) return noEstimate('not_categories')
    if (agreements.length === 0) return noEstimate(figures.absence ?? 'no_pairable_unit')
    return defined.length === 0 ? noEstimate('no_defined_pair') : { value: figure(defined) }
  }
  const listed = mostShared(agreements, figures.mostPairs)
  return {
    pairs: listed,
    pairsLeftOut: agreements.length - listed.length,
    mean: over((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    min: over((values) => values.reduce((least, value) => Math.min(least, value))),
    max: over((values) => values.reduce((most, value) => Math.max(most, value))),
  }
}

/** The pairs with the most units in common, in the order in which they stand. */
function mostShared(pairs: PairAgreement[], most: number): PairAgreement[] {
  if (pairs.length <= most) return pairs
  const byUnits = [...pairs.entries()].sort(([, one], [, other]) => other.units - one.units)
  return byUnits
    .slice(0, most)
    .sort(([one], [other]) => one - other)
    .map(([, pair]) => pair)
}

function pairAgreement(pair: PairValues, figures: PairFigures): PairAgreement {
  const { coders, values } = pair
  const { units } = values
  const paired = pairedValues(values)
  return {
    ...{ coders, units, percent: { value: paired.agreeing / units } },
    kappa: figures.isCategorical ? plainEstimate(cohenKappa(contingencyOf(pair))) : noEstimate('not_categories'),
    alpha: plainEstimate(figures.alphaOf(paired)),
  }
}
