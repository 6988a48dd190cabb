import { nameOffers } from '../../coding-desk/names/name-offers'
import { answerText } from '../../coding-desk/questions/answer-text'
import { goOn as goOnToNext } from '../../coding-desk/questions/go-on'
import { QuestionField } from '../../coding-desk/questions/QuestionField'
import type { ChosenOutcome } from '../state/draft'
import { deskTexts } from '../texts/desk-texts'
import { mergeTexts } from '../texts/merge-texts'
import type { Review } from '../use-review'
import { ChoiceRow } from './ChoiceRow'
import { isSilent } from './choosing'
import { distinctAnswers, questionOf } from './possible-outcomes'

const { details: texts } = deskTexts

/** The answer of one of the coders. */
function OfReading({ review }: { review: Review }) {
  const { view, draft, takeReading, set, goOn } = review
  const attribute = questionOf(view)?.attribute
  const speaking = view.readings.filter((reading) => !isSilent(view, reading))
  return (
    <ChoiceRow
      label={<span className="font-semibold">{texts.answer}</span>}
      choices={speaking.map(({ letter, answer }) => ({
        id: letter,
        label: `${letter}: ${attribute ? answerText(attribute, answer) : String(answer)}`,
      }))}
      chosen={draft.valueFrom}
      onChoose={(letter) => {
        const answer = view.readings.find((one) => one.letter === letter)?.answer
        if (draft.outcome === 'accept') set({ value: answer ?? null, valueFrom: letter })
        else takeReading(letter)
      }}
      onGoOn={() => goOn('detail')}
    />
  )
}

/** What several answers with several values have together, or all of them. */
function OfAll({ review }: { review: Review }) {
  const { view, draft, set, goOn } = review
  const attribute = questionOf(view)?.attribute
  const lists = distinctAnswers(view).flatMap((answer) => (Array.isArray(answer) ? [answer] : []))
  const [first = [], ...others] = lists
  const offers = {
    union: { words: mergeTexts.allAnswers, list: [...new Set(lists.flat())] },
    intersection: {
      words: mergeTexts.sharedAnswers,
      list: first.filter((one) => others.every((list) => list.includes(one))),
    },
  }
  return (
    <ChoiceRow
      label={<span className="font-semibold">{texts.merge}</span>}
      choices={(['union', 'intersection'] as const)
        .filter((id) => offers[id].list.length > 0)
        .map((id) => ({
          id,
          label: `${offers[id].words}: ${attribute ? answerText(attribute, offers[id].list) : offers[id].list.join('; ')}`,
        }))}
      chosen={draft.valueFrom}
      onChoose={(id) => {
        const offer = offers[id === 'union' ? 'union' : 'intersection']
        set({ value: offer.list, valueFrom: id })
      }}
      onGoOn={() => goOn('detail')}
    />
  )
}

/** An answer of the reviewer's own, in the form that the codebook asks for. */
function Anew({ review }: { review: Review }) {
  const { view, draft, set, goOn } = review
  const question = questionOf(view)
  if (!question) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field goes on; the field has the focus.
    <div onKeyDown={(event) => goOnToNext(event, () => goOn('detail'))}>
      <QuestionField
        questionKey={question.key}
        attribute={question.attribute}
        value={draft.value ?? undefined}
        required
        isPrefilled={false}
        names={nameOffers({ codebook: view.codebook, targets: view.targets, ownTargets: [] }, [])}
        suggestions={[]}
        onChange={(value) => set({ value: value ?? null, valueFrom: null })}
      />
    </div>
  )
}

/** Which answer about the text becomes gold. */
export function AnswerField({ review, outcome }: { review: Review; outcome: ChosenOutcome }) {
  if (outcome === 'merge') return <OfAll review={review} />
  return outcome === 'write_new' ? <Anew review={review} /> : <OfReading review={review} />
}
