import { needsCause, needsRationale } from '@/lib/coding/review/requirements'
import type { ClusterView } from '@/lib/coding/review/review-view'
import type { Draft } from '../state/draft'

/** What is asked one after the other once an outcome is chosen. */
export type Step = 'detail' | 'cause' | 'rationale'

/** The steps of a draft in order; none before an outcome is chosen. */
export function stepsOf(view: Pick<ClusterView, 'types' | 'kind'>, { outcome }: Pick<Draft, 'outcome'>): Step[] {
  if (outcome === null) return []
  const hasDetail =
    view.kind === 'eligibility'
      ? outcome === 'accept'
      : outcome === 'accept' || outcome === 'merge' || outcome === 'write_new'
  return [
    ...(hasDetail ? (['detail'] as const) : []),
    ...(needsCause(view.types, outcome) ? (['cause'] as const) : []),
    'rationale',
  ]
}

/** Whether the reason must be given. */
export function isRationaleRequired(view: Pick<ClusterView, 'types'>, { outcome }: Pick<Draft, 'outcome'>): boolean {
  return outcome !== null && needsRationale(view.types, outcome)
}

/** Under which field of the problems each step is told what is wrong with it. */
export const fieldsOfStep: Record<Step, readonly string[]> = {
  detail: ['accepted', 'annotations', 'value', 'eligibility'],
  cause: ['cause'],
  rationale: ['rationale'],
}

/** The step that a problem is about; undefined for those about none. */
export function stepOf(field: string): Step | undefined {
  return (Object.keys(fieldsOfStep) as Step[]).find((step) => fieldsOfStep[step].some((one) => field.startsWith(one)))
}
