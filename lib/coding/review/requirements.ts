import type { Problems } from '../rules'
import type { DisagreementType } from './cluster'
import type { DecideInput } from './decision'

/** What of a decision the requirements look at. */
export type Proposed = Pick<
  DecideInput,
  'outcome' | 'accepted' | 'annotations' | 'value' | 'eligibility' | 'cause' | 'rationale'
>

/** Types of disagreement about what the text says: what was decided on them has to be argued. */
const argued: ReadonlySet<DisagreementType> = new Set(['D1', 'D3', 'D4'])

/** Whether a decision on a cluster of these types needs a rationale. */
export function needsRationale(types: readonly DisagreementType[], outcome: Proposed['outcome']): boolean {
  if (outcome === 'withdraw') return false
  if (outcome === 'write_new' || outcome === 'keep_both' || outcome === 'send_back') return true
  return types.some((type) => argued.has(type))
}

/** Whether it needs a cause: where coders differ, and not only their codebook versions. */
export function needsCause(types: readonly DisagreementType[], outcome: Proposed['outcome']): boolean {
  return outcome !== 'withdraw' && outcome !== 'send_back' && types.some((type) => type !== 'D9')
}

/** What is missing before this can be decided, by field; empty when nothing is. */
export function missingFromDecision(types: readonly DisagreementType[], input: Proposed): Problems {
  const problems: Problems = {}
  const { outcome, accepted, annotations, value, eligibility } = input
  const isAboutDocument = value !== null || eligibility !== null
  if (outcome === 'accept' && accepted.length === 0 && !isAboutDocument) {
    problems.accepted = 'Choose the annotations that become gold.'
  }
  if ((outcome === 'merge' || outcome === 'write_new') && annotations.length === 0 && !isAboutDocument) {
    problems.annotations = 'Write the annotation that becomes gold.'
  }
  if (needsCause(types, outcome) && input.cause === null) problems.cause = 'Choose why the coders differ.'
  if (needsRationale(types, outcome) && input.rationale.trim() === '') {
    problems.rationale =
      outcome === 'send_back' ? 'Write what the coders should look at again.' : 'Write the reason for this decision.'
  }
  return problems
}
