import { CodeBar } from '../../coding-desk/codes/CodeBar'
import { Stroke } from '../../coding-desk/keyboard/Stroke'
import { PartsPrompt } from '../../coding-desk/parts/PartsPrompt'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { DecideForm } from './DecideForm'
import { outcomeLabel } from './outcome-label'
import { outcomeOrder } from './possible-outcomes'

function Outcomes({ review }: { review: Review }) {
  const { draft, possible, keys, canDecide } = review
  return (
    <fieldset
      className={`outcomes${draft.outcome === null ? '' : ' has-chosen'}`}
      aria-label={deskTexts.outcomes.choices}
    >
      {shownOutcomes(review).map((outcome) => {
        const [stroke] = keys.keysOf(`outcome-${outcome}`)
        const isChosen = draft.outcome === outcome
        return (
          <button
            key={outcome}
            type="button"
            aria-pressed={isChosen}
            aria-keyshortcuts={stroke}
            title={deskTexts.means[outcome]}
            disabled={!canDecide || !possible.includes(outcome)}
            onClick={() => review.choose(outcome)}
            className={isChosen ? 'is-chosen' : ''}
          >
            {stroke && <Stroke name={stroke} />}
            {outcomeLabel(review, outcome)}
          </button>
        )
      })}
      {draft.outcome !== null && (
        <button type="button" className="outcomes-change" onClick={() => review.set({ outcome: null })}>
          {deskTexts.decide.change}
        </button>
      )}
      {draft.outcome === null && canDecide && <p className="outcomes-hint">{outcomesHint(review)}</p>}
    </fieldset>
  )
}

/** All of them, so that each stays where it is; of whether to code at all, only those that there are. */
function shownOutcomes({ view, possible }: Review) {
  return view.kind === 'eligibility' ? possible : outcomeOrder
}

/** What else the keys do before an outcome is chosen. */
function outcomesHint({ view }: Review): string {
  const letters = view.readings.map(({ letter }) => letter)
  return letters.length > 1 && letters.length < 9 ? deskTexts.outcomesHint(letters.join(', ')) : ''
}

/** The outcomes as keys, and what follows from the chosen one: which reading, why, and in what words. */
export function DecideBar({ review }: { review: Review }) {
  const { view, draft, isWriting, writing } = review
  if (!view.may.decide) {
    return <p className="border-line border-t bg-surface px-5 py-3 text-muted">{deskTexts.notice.readOnly}</p>
  }
  return (
    <section aria-label={deskTexts.outcomes.label} className="decide-bar">
      {isWriting && <PartsPrompt desk={writing} />}
      {isWriting && <CodeBar desk={writing} />}
      <Outcomes review={review} />
      {draft.outcome !== null && <DecideForm review={review} outcome={draft.outcome} />}
    </section>
  )
}
