import { compareTexts as texts } from '../texts/compare-texts'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { AnswerReadings } from './AnswerReadings'
import { EligibilityReadings } from './EligibilityReadings'
import { GroupTable } from './GroupTable'
import { Silent } from './Silent'

/** What each reading says beside which words it is on: answers, parts, links, notes. */
export function Comparison({ review }: { review: Review }) {
  const { view, groups } = review
  return (
    <section aria-label={texts.title} className="review-comparison">
      {view.kind === 'eligibility' && <EligibilityReadings review={review} />}
      {view.kind === 'variable' && <AnswerReadings review={review} />}
      {view.kind === 'spans' && (
        <>
          {groups.map((group) => (
            <GroupTable key={group.index} review={review} group={group} />
          ))}
          <Silent readings={view.readings.filter(({ annotations }) => annotations.length === 0)} />
          {view.types.length === 0 && <p className="text-muted text-sm">{deskTexts.about.agreed}</p>}
        </>
      )}
    </section>
  )
}
