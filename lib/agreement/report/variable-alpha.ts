import { collectReplicates, type Replicates } from '../bootstrap'
import { noEstimate, type UndefinedReason } from '../estimate'
import { type AlphaEstimate, alphaOfSums } from '../krippendorff-alpha'
import type { AlphaScale } from './alpha-scale'
import type { ComparedValues } from './compared-values'
import type { DocumentRows } from './document-sums'
import type { ReportGrounds } from './grounds'
import type { PairedValues } from './paired-values'
import { pooledValues } from './pooled-values'

/** Alpha of some values by a scale, or undefined for the reason why there is no scale for them. */
export function alphaOf(values: PairedValues, scale: AlphaScale | UndefinedReason): AlphaEstimate {
  if (typeof scale === 'string') return withoutScale((2 * values.compared) / values.partners, scale)
  return scale.alpha(scale.columns(values))
}

/** The same of all documents pooled. */
export function alphaOfAll(
  grounds: ReportGrounds,
  compared: ComparedValues,
  scale: AlphaScale | UndefinedReason,
): AlphaEstimate {
  if (typeof scale === 'string') return withoutScale(pooledValues(grounds, compared).pairable, scale)
  return scale.alpha(grounds.sums.sum(alphaRows(compared, scale)))
}

/** @param n pairable values */
function withoutScale(n: number, reason: UndefinedReason): AlphaEstimate {
  const none = { observedDisagreement: null, expectedDisagreement: null, pairableValues: n }
  return n === 0 ? alphaOfSums(0, 0, 0) : { ...noEstimate(reason), ...none }
}

/** The bootstrap distribution of alpha. */
export function alphaReplicates(
  { sums, draws }: ReportGrounds,
  compared: ComparedValues,
  scale: AlphaScale | UndefinedReason,
): Replicates {
  if (typeof scale === 'string') return collectReplicates(Array.from({ length: draws.replicates }, () => null))
  return sums.replicates(alphaRows(compared, scale), 'alpha', (sum) => scale.alpha(sum).value)
}

/** A document without values adds nothing. */
function alphaRows(compared: ComparedValues, scale: AlphaScale): DocumentRows {
  const nothing = new Float64Array(scale.width)
  const rowOf: DocumentRows['rowOf'] = (document) => {
    const values = compared.pairedIn(document)
    return values ? scale.columns(values) : nothing
  }
  return { name: ['alpha', scale.name, compared.source], width: scale.width, rowOf }
}
