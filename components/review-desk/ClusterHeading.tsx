import { shortQuote } from '../coding-desk/annotations/desk-annotations'
import { disagreements } from '../words/review'
import { questionOf } from './decide/possible-outcomes'
import { PassageTools } from './passage/PassageTools'
import { deskTexts } from './texts/desk-texts'
import type { Review } from './use-review'

const { about: texts } = deskTexts

/** What the cluster is about, in a few words. */
function Subject({ review }: { review: Review }) {
  const { view, slice } = review
  if (view.kind === 'eligibility') return <span>{texts.eligibility}</span>
  if (view.kind === 'variable') {
    return <span>{texts.question(questionOf(view)?.attribute.label ?? view.variable ?? '')}</span>
  }
  return (
    <q dir="auto" className="font-serif font-normal">
      {shortQuote(slice(view), 90)}
    </q>
  )
}

/** What is on the desk: how the readings differ, on which words, and how the review of it stands. */
export function ClusterHeading({ review }: { review: Review }) {
  const { view } = review
  const types = view.types.length > 0 ? view.types : (['agreed'] as const)
  return (
    <div
      data-place="heading"
      tabIndex={-1}
      className="flex items-start gap-x-3 border-line border-b ps-4 pe-2 py-1 outline-none lg:ps-5"
    >
      <h2 className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
        <span className="sr-only">{texts.typesLabel}: </span>
        {types.map((type) => (
          <span
            key={type}
            title={disagreements[type].means}
            className="inline-flex items-baseline gap-1.5 font-semibold"
          >
            {type !== 'agreed' && <span className="type-sign">{type}</span>}
            {disagreements[type].name}
          </span>
        ))}
        <span className="min-w-0 basis-full truncate text-muted">
          <Subject review={review} />
        </span>
        {view.state !== 'open' && (
          <span className={`state-mark is-${view.state}`}>
            <span className="sr-only">{texts.stateLabel}: </span>
            {deskTexts.state[view.state]}
          </span>
        )}
      </h2>
      <PassageTools review={review} />
    </div>
  )
}
