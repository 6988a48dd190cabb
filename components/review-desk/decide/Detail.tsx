import type { ChosenOutcome } from '../state/draft'
import type { Review } from '../use-review'
import { AcceptField } from './AcceptField'
import { AnswerField } from './AnswerField'
import { MergeField } from './MergeField'
import { Problem } from './Problem'
import { VerdictField } from './VerdictField'
import { WriteField } from './WriteField'

function Field({ review, outcome }: { review: Review; outcome: ChosenOutcome }) {
  if (review.view.kind === 'eligibility') return <VerdictField review={review} />
  if (review.view.kind === 'variable') return <AnswerField review={review} outcome={outcome} />
  if (outcome === 'accept') return <AcceptField review={review} />
  return outcome === 'merge' ? <MergeField review={review} /> : <WriteField review={review} />
}

/** What becomes gold, in the way that the outcome asks for it. */
export function Detail({ review, outcome }: { review: Review; outcome: ChosenOutcome }) {
  return (
    <div className="grid gap-1.5">
      <Field review={review} outcome={outcome} />
      <Problem review={review} step="detail" />
    </div>
  )
}
