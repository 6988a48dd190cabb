import type { Cluster } from './cluster'
import type { Decision } from './decision'
import type { ReviewState } from './review-view'
import type { ReviewedDocument } from './reviewed-document'
import type { Stood } from './standing'

/** A cluster and how far its review is. */
export type StoodCluster = Stood<Cluster, Decision>

/** Whether all coders agree and nothing else was decided, or what was decided was taken back. */
export function isAgreed({ types }: Pick<Cluster, 'types'>, state: ReviewState): boolean {
  return state === 'open' && types.length === 0
}

/** Whether it is decided, or all agree, that the document holds nothing or should not be in the sample. */
export function goldEligibility(
  { codings, ineligible }: ReviewedDocument,
  stood: readonly StoodCluster[],
): 'nothing' | 'not_eligible' | null {
  const asked = stood.find(({ cluster }) => cluster.kind === 'eligibility')
  if (asked) {
    const verdict = asked.state === 'decided' ? asked.decision?.gold.eligibility : null
    return verdict === 'nothing' || verdict === 'not_eligible' ? verdict : null
  }
  if (codings.length === 0) return ineligible.length > 0 ? 'not_eligible' : null
  return codings.every(({ nothingToCode }) => nothingToCode) ? 'nothing' : null
}
