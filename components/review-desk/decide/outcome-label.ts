import type { ClusterView } from '@/lib/coding/review/review-view'
import type { ChosenOutcome } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'

/** What an outcome is called for this cluster. */
export function outcomeLabel({ view }: { view: Pick<ClusterView, 'kind'> }, outcome: ChosenOutcome): string {
  const { outcomes, outcomesOfAnswer, outcomesOfText } = deskTexts
  if (view.kind === 'eligibility' && outcome === 'accept') return outcomesOfText.accept
  if (view.kind === 'variable' && (outcome === 'write_new' || outcome === 'reject_all'))
    return outcomesOfAnswer[outcome]
  return outcomes[outcome]
}
