import type { ChosenOutcome } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { CauseField } from './CauseField'
import { DecideButton } from './DecideButton'
import { Detail } from './Detail'
import { RationaleField } from './RationaleField'
import { RouteField } from './RouteField'
import { fieldsOfStep, stepsOf } from './steps'

/** What is wrong, where it is about no single field. */
function Trouble({ review }: { review: Review }) {
  const known = Object.values(fieldsOfStep).flat()
  const trouble = Object.entries(review.state.problems).filter(([field]) => !known.some((one) => field.startsWith(one)))
  if (trouble.length === 0) return null
  return (
    <p role="alert" className="col-span-full text-danger text-sm">
      {trouble.map(([, message]) => message).join(' ')}
    </p>
  )
}

/** What an outcome still asks for, side by side where there is room: which, why, and in what words. */
export function DecideForm({ review, outcome }: { review: Review; outcome: ChosenOutcome }) {
  const steps = stepsOf(review.view, review.draft)
  return (
    <div className="decide-form" data-steps={steps.length}>
      {steps.includes('detail') && (
        <div data-place="detail" className="min-w-0">
          <Detail review={review} outcome={outcome} />
        </div>
      )}
      {steps.includes('cause') && (
        <div data-place="cause" className="min-w-0">
          <CauseField review={review} />
        </div>
      )}
      <div className="grid min-w-0 content-start gap-2">
        <div data-place="rationale">
          <RationaleField key={review.view.id} review={review} />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <DecideButton review={review} outcome={outcome} />
          {outcome !== 'send_back' && <RouteField review={review} />}
        </div>
      </div>
      <Trouble review={review} />
      {review.state.pending === 'deciding' && (
        <p role="status" className="sr-only">
          {deskTexts.decide.sending}
        </p>
      )}
    </div>
  )
}
