import { X } from 'lucide-react'
import type { Code } from '@/lib/coding/codebook'
import { CodeEntry } from '../../coding-desk/codebook/CodeEntry'
import { QuestionHelp } from '../../coding-desk/questions/QuestionHelp'
import { questionOf } from '../decide/possible-outcomes'
import { DecisionHistory } from '../history/DecisionHistory'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { WritingPanel } from '../writing/WritingPanel'
import { DiscussionSlot } from './DiscussionSlot'
import { Issues } from './Issues'

const { rule: texts } = deskTexts

/** What the codebook says: of the code in hand while writing, else of every code in the cluster. */
function Rule({ review }: { review: Review }) {
  const { view, writing, isWriting } = review
  const inHand = isWriting ? writing.selected?.value.code : undefined
  const shown = inHand ? [inHand] : view.codes
  const codes = shown.flatMap((key): Code[] => view.codebook.codes.filter((code) => code.key === key))
  const question = questionOf(view)
  return (
    <section data-place="rule" tabIndex={-1} aria-label={texts.title} className="grid gap-4 outline-none">
      <h2 className="flex items-baseline justify-between gap-3 text-muted text-sm">
        {texts.title}
        <span>{texts.version(view.codebook.version)}</span>
      </h2>
      {codes.map((code) => (
        <CodeEntry key={code.key} codebook={view.codebook} code={code} />
      ))}
      {question && (
        <div className="grid gap-1.5">
          <h3 className="font-semibold">{question.attribute.label}</h3>
          {question.definition && <p>{question.definition}</p>}
          <QuestionHelp attribute={question.attribute} />
        </div>
      )}
      {codes.length === 0 && !question && <p className="text-muted">{texts.none}</p>}
      {view.codebook.rules.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer content-center text-sm lg:min-h-8">{texts.all}</summary>
          <ul className="ms-4 grid list-disc gap-1 text-sm marker:text-muted">
            {view.codebook.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Beside the passage: what is being written, the rule, the discussion, and what was decided before. */
export function SidePanel({ review }: { review: Review }) {
  const { layout, isWriting, writing } = review
  // What was decided comes first where it is what one looks for.
  const isDecided = review.view.state !== 'open'
  const isOpen = layout.panelOpen || (isWriting && writing.selected !== null)
  return (
    <aside aria-label={deskTexts.panel.label} className={`review-panel${isOpen ? ' is-open' : ''}`}>
      <div className="sticky top-0 z-10 flex h-0 justify-end lg:hidden">
        <button
          type="button"
          aria-label={deskTexts.panel.close}
          onClick={() => {
            layout.set({ panelOpen: false })
            writing.choose(null)
          }}
          className="-mt-2 inline-flex size-11 items-center justify-center rounded-md bg-surface hover:bg-sunken"
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      <div className="grid gap-6">
        {isWriting && <WritingPanel review={review} />}
        {isDecided && <DecisionHistory review={review} />}
        <Rule review={review} />
        <Issues review={review} />
        <DiscussionSlot review={review} />
        {!isDecided && <DecisionHistory review={review} />}
      </div>
    </aside>
  )
}
