import { Button } from '@/components/ui/button'
import type { ChosenOutcome } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { decide: texts } = deskTexts

/** Says what happens when it is pressed: with which outcome, and of which readings. */
export function DecideButton({ review, outcome }: { review: Review; outcome: ChosenOutcome }) {
  const { state, draft, members, view } = review
  const names = members
    .filter(({ reading, annotationId }) => draft.taken.includes(`${reading} ${annotationId}`))
    .map(({ name }) => name)
  const takes = outcome === 'accept' && view.kind === 'spans' ? names.join(', ') : ''
  const isText = view.kind === 'eligibility' && outcome === 'accept'
  const isPending = state.pending === 'deciding'
  return (
    <Button kind="primary" disabled={!review.canDecide} onClick={() => void review.decide()} className="sm:min-h-9">
      {isPending
        ? texts.sending
        : `${isText ? deskTexts.outcomesOfText.accept : texts.button[outcome]}${takes && ` ${takes}`}`}
    </Button>
  )
}
