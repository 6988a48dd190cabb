import { answerText } from '../../coding-desk/questions/answer-text'
import { questionOf } from '../decide/possible-outcomes'
import { ReadingName } from '../passage/ReadingName'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { Stance } from './Stance'

/** What each coder answers about the text as a whole. */
export function AnswerReadings({ review }: { review: Review }) {
  const { view } = review
  const attribute = questionOf(view)?.attribute
  return (
    <dl className="readings">
      {view.readings.map((reading) => (
        <div key={reading.letter}>
          <dt>
            <ReadingName reading={reading} />
          </dt>
          <dd dir="auto">
            {reading.answer === undefined && <span className="text-muted">{deskTexts.about.noAnswer}</span>}
            {reading.answer !== undefined &&
              (attribute ? answerText(attribute, reading.answer) : String(reading.answer))}{' '}
            <Stance reading={reading} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
