import { documentQuestions } from '@/lib/coding/document-questions'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { sameValue } from '../../coding-desk/annotations/same-value'
import type { Group } from '../compare/groups'
import type { ChosenOutcome } from '../state/draft'

/** The outcomes in the order of their keys, 1 to 6. */
export const outcomeOrder: readonly ChosenOutcome[] = [
  'accept',
  'merge',
  'write_new',
  'reject_all',
  'keep_both',
  'send_back',
]

/** The question that a cluster about an answer is about. */
export function questionOf({ kind, variable, codebook }: Pick<ClusterView, 'kind' | 'variable' | 'codebook'>) {
  if (kind !== 'variable') return undefined
  return documentQuestions(codebook).find(({ key }) => key === variable)
}

/** Distinct answers, none included. */
export function distinctAnswers({
  readings,
}: Pick<ClusterView, 'readings'>): ClusterView['readings'][number]['answer'][] {
  const answers: ClusterView['readings'][number]['answer'][] = []
  for (const { answer } of readings) if (!answers.some((one) => sameValue(one, answer))) answers.push(answer)
  return answers
}

function possibleForAnswer(view: ClusterView): ChosenOutcome[] {
  const lists = distinctAnswers(view).filter(Array.isArray)
  const given = distinctAnswers(view).filter((answer) => answer !== undefined)
  return outcomeOrder.filter((outcome) => {
    if (outcome === 'merge') return lists.length > 1
    return outcome === 'keep_both' ? given.length > 1 : true
  })
}

/** What can be decided about a cluster: nothing is merged where there is but one reading. */
export function possibleOutcomes(view: ClusterView, groups: readonly Group[]): ChosenOutcome[] {
  if (view.kind === 'eligibility') return ['accept', 'send_back']
  if (view.kind === 'variable') return possibleForAnswer(view)
  const canMerge = groups.some(({ voices }) => voices.length > 1) || groups.length > 1
  const isAgreed = view.types.length === 0
  return outcomeOrder.filter((outcome) => {
    if (outcome === 'merge') return canMerge && !isAgreed
    return outcome === 'keep_both' ? !isAgreed : true
  })
}
