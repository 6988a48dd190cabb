import { verdictOf } from '../decide/choosing'
import { ReadingName } from '../passage/ReadingName'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { Stance } from './Stance'

const { about: texts } = deskTexts

/** What each coder holds of the text: that it is to be coded, that nothing is in it, or that it should not be here. */
export function EligibilityReadings({ review }: { review: Review }) {
  return (
    <dl className="readings">
      {review.view.readings.map((reading) => (
        <div key={reading.letter}>
          <dt>
            <ReadingName reading={reading} />
          </dt>
          <dd>
            {texts.verdicts[verdictOf(reading)]}
            {reading.annotations.length > 0 && `: ${texts.coded(reading.annotations.length)}`}
            {reading.ineligible !== null && (
              <span dir="auto" className="block text-muted">
                {texts.reason(reading.ineligible)}
              </span>
            )}{' '}
            <Stance reading={reading} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
