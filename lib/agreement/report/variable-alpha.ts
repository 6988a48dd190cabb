import type { Replicates } from '../bootstrap'
import { noEstimate, type UndefinedReason } from '../estimate'
import { type AlphaEstimate, alphaOfSums } from '../krippendorff-alpha'
import type { AlphaScale } from './alpha-scale'
import type { DocumentStatistics } from './document-statistics'
import { type ReportGrounds, replicatesOf } from './grounds'
import type { PairedValues } from './paired-values'

/** Alpha of values by a scale, or undefined for the reason why there is no scale for them. */
export function alphaOf(values: PairedValues, scale: AlphaScale | UndefinedReason): AlphaEstimate {
  return alphaOfAll([values], scale)
}

/** The same of several documents pooled. */
export function alphaOfAll(documents: Iterable<PairedValues>, scale: AlphaScale | UndefinedReason): AlphaEstimate {
  const all = [...documents]
  if (typeof scale === 'string') return withoutScale(all, scale)
  const [first, ...others] = all.map((values) => scale.columns(values))
  if (!first) return alphaOfSums(0, 0, 0)
  for (const columns of others) addTo(first, columns)
  return scale.alpha(first)
}

function addTo(sum: Float64Array, columns: Float64Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (columns[i] ?? 0)
}

function withoutScale(documents: readonly PairedValues[], reason: UndefinedReason): AlphaEstimate {
  const n = documents.reduce((sum, { totals }) => [...totals.values()].reduce((a, b) => a + b, sum), 0)
  const none = { observedDisagreement: null, expectedDisagreement: null, pairableValues: n }
  return n === 0 ? alphaOfSums(0, 0, 0) : { ...noEstimate(reason), ...none }
}

/** The bootstrap distribution of alpha. @param paired documents that have values */
export function alphaReplicates(
  grounds: ReportGrounds,
  paired: ReadonlyMap<DocumentStatistics, PairedValues>,
  scale: AlphaScale | UndefinedReason,
): Replicates {
  if (typeof scale === 'string')
    return replicatesOf(
      grounds,
      () => [0],
      () => null,
    )
  const nothing = scale.columns({ totals: new Map(), differing: [], compared: 0, agreeing: 0 })
  const rowOf = (document: DocumentStatistics) => {
    const values = paired.get(document)
    return values ? scale.columns(values) : nothing
  }
  return replicatesOf(grounds, rowOf, (sum) => scale.alpha(sum).value)
}
