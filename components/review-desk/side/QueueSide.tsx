import Link from 'next/link'
import type { DisagreementType } from '@/lib/coding/review/cluster'
import { disagreementTypes } from '@/lib/coding/review/cluster'
import type { QueueEntry, ReviewQueue } from '@/lib/coding/review/review-view'
import { CodeLine } from '../../codebook/code-swatch'
import { queuePath, reviewDeskPath, withFilters } from '../../review-queue/filters'
import { disagreements } from '../../words/review'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { queue: texts } = deskTexts

interface QueueSideProps {
  review: Review
  queue: ReviewQueue
}

const listed: readonly (DisagreementType | 'agreed')[] = [...disagreementTypes, 'agreed']

/** How many there are of each type; each narrows the queue. */
function Types({ review: { studyId, filters }, queue: { counts } }: QueueSideProps) {
  return (
    <nav aria-label={texts.types}>
      <ul>
        {listed.flatMap((type) => {
          const count = counts.types[type] ?? 0
          const isOn = filters.type === type
          if (count === 0 && !isOn) return []
          return (
            <li key={type}>
              <Link
                href={queuePath(studyId, withFilters(filters, { type: isOn ? undefined : type }))}
                aria-current={isOn ? 'true' : undefined}
                title={disagreements[type].means}
                className={`flex min-h-11 items-baseline gap-2 rounded-md px-2 py-1 text-sm no-underline hover:bg-sunken lg:min-h-7 ${isOn ? 'bg-accent-soft font-semibold' : ''}`}
              >
                <span className="type-sign">{type === 'agreed' ? '=' : type}</span>
                <span className="min-w-0 flex-1 truncate">{disagreements[type].name}</span>
                <span className="text-muted tabular-nums">{count.toLocaleString('en')}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Entry({ review, entry }: { review: Review; entry: QueueEntry }) {
  const { studyId, filters, view, deciding, writing } = review
  const isHere = entry.id === view.id
  const [type] = entry.types
  function open(event: React.MouseEvent): void {
    // Held down, a key asks for another tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void deciding.open(entry.id)
  }
  return (
    <li>
      <Link
        href={reviewDeskPath(studyId, { id: entry.id, documentId: entry.document.id }, filters)}
        prefetch={false}
        aria-current={isHere ? 'true' : undefined}
        onClick={open}
        className={`grid min-h-11 gap-0.5 rounded-md border-s-2 px-2 py-1 no-underline hover:bg-sunken ${isHere ? 'border-accent bg-accent-soft' : 'border-transparent'}`}
      >
        <span className="flex items-baseline gap-x-2 pb-0.5 text-sm leading-6">
          <span className="type-sign">{type ?? '='}</span>
          <span className="flex min-w-0 flex-wrap gap-x-2">
            {entry.codes.map((key) => {
              const code = writing.codes.get(key)
              return code ? (
                <CodeLine key={key} code={code}>
                  {code.label}
                </CodeLine>
              ) : (
                <span key={key}>{key}</span>
              )
            })}
          </span>
          <span className="ms-auto shrink-0 text-muted text-xs tabular-nums">{entry.document.number}</span>
        </span>
        <span dir="auto" className="line-clamp-1 font-serif text-muted text-sm">
          {entry.quote || texts.wholeText}
        </span>
      </Link>
    </li>
  )
}

function Content(props: QueueSideProps) {
  const { review, queue } = props
  return (
    <>
      <Types {...props} />
      {queue.computing && (
        <p className="px-2 py-1 text-muted text-sm">{texts.computing(queue.computing.done, queue.computing.of)}</p>
      )}
      <h2 className="mt-2 border-line border-t px-2 pt-2 text-muted text-sm">{texts.upNext}</h2>
      {queue.entries.length === 0 ? (
        !queue.computing && <p className="px-2 py-1 text-muted text-sm">{texts.none}</p>
      ) : (
        <ul>
          {queue.entries.map((entry) => (
            <Entry key={entry.id} review={review} entry={entry} />
          ))}
        </ul>
      )}
      <p className="px-2 py-2 text-sm">
        <Link href={queuePath(review.studyId, review.filters)} className="text-accent underline underline-offset-4">
          {texts.toPage}
        </Link>
      </p>
    </>
  )
}

/** The queue in short: how much of each type, and what comes next. */
export function QueueSide(props: QueueSideProps) {
  if (!props.review.layout.queueOpen) return null
  return (
    <aside aria-label={texts.label} className="review-queue-side">
      <Content {...props} />
    </aside>
  )
}
