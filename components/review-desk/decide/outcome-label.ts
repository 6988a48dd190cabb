import type { ClusterView } from '@/lib/coding/review/review-view'
import type { ChosenOutcome } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'

/** What an outcome is called for this cluster: of three readings not both are kept, but all. */
export function outcomeLabel(
  { view }: { view: Pick<ClusterView, 'kind' | 'readings'> },
  outcome: ChosenOutcome,
): string {
  const { outcomes, outcomesOfAnswer, outcomesOfMany, outcomesOfText } = deskTexts
  if (view.kind === 'eligibility' && outcome === 'accept') return outcomesOfText.accept
  if (view.kind === 'variable' && (outcome === 'write_new' || outcome === 'reject_all'))
    return outcomesOfAnswer[outcome]
  const speaking = view.readings.filter(({ annotations, answer }) => annotations.length > 0 || answer !== undefined)
  if (outcome === 'keep_both' && speaking.length > 2) return outcomesOfMany.keep_both
  return outcomes[outcome]
}
