import Link from 'next/link'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { documentQuestions } from '@/lib/coding/document-questions'
import type { QueueEntry, ReviewQueue } from '@/lib/coding/review/review-view'
import { CodeLine } from '../codebook/code-swatch'
import { causes, disagreements, stateNames, queue as words } from '../words/review'
import { type QueueFilters, queuePath, reviewDeskPath } from './filters'
import { TypeSign } from './queue-types'

interface ClusterListProps {
  studyId: string
  filters: QueueFilters
  queue: Pick<ReviewQueue, 'entries' | 'next' | 'codes' | 'reviewers'>
  codebook: Codebook
  /** Whether this is a further page. */
  isFurther: boolean
}

type EntryProps = Omit<ClusterListProps, 'queue' | 'isFurther'> & {
  entry: QueueEntry
  queue: Pick<ReviewQueue, 'codes' | 'reviewers'>
}

/** The codes as they look in the text; one that the codebook has no more by its key. */
function Codes({ entry, codebook, queue }: Pick<EntryProps, 'entry' | 'codebook' | 'queue'>) {
  return entry.codes.map((key) => {
    const code: Code | undefined = codebook.codes.find((one) => one.key === key)
    const label = code?.label ?? queue.codes.find((one) => one.key === key)?.label ?? key
    return code ? (
      <CodeLine key={key} code={code}>
        {label}
      </CodeLine>
    ) : (
      <span key={key}>{label}</span>
    )
  })
}

function quoteOf({ quote, kind, variable }: QueueEntry, codebook: Codebook): string {
  if (kind === 'spans') return quote.replace(/\s+/g, ' ')
  if (kind === 'eligibility') return words.wholeText
  const question = documentQuestions(codebook).find(({ key }) => key === variable)
  return words.answer(question?.attribute.label ?? variable ?? '')
}

function Entry({ studyId, filters, entry, codebook, queue }: EntryProps) {
  const { document, types, state, cause, assignee, kind } = entry
  const named = types.length > 0 ? types : (['agreed'] as const)
  const reviewer = queue.reviewers.find(({ id }) => id === assignee)
  return (
    <li className="border-line border-b">
      <Link
        href={reviewDeskPath(studyId, { id: entry.id, documentId: document.id }, filters)}
        prefetch={false}
        className="group grid grid-cols-1 gap-x-6 gap-y-1 rounded-md px-2 py-3 no-underline hover:bg-sunken md:grid-cols-[minmax(0,1fr)_15rem]"
      >
        <span className="grid min-w-0 grid-cols-1 gap-1">
          <span
            dir="auto"
            className={`line-clamp-2 text-lg leading-snug group-hover:underline group-hover:underline-offset-4 ${kind === 'spans' ? 'font-serif' : ''}`}
          >
            {quoteOf(entry, codebook)}
          </span>
          <span className="flex flex-wrap gap-x-4 gap-y-1 text-base">
            <Codes entry={entry} codebook={codebook} queue={queue} />
            <span dir="auto" className="min-w-0 truncate text-muted">
              {document.number}. {document.title}
            </span>
          </span>
        </span>
        <span className="grid content-start gap-0.5 text-base">
          {named.map((type) => (
            <span key={type} className="flex items-baseline gap-2" title={disagreements[type].means}>
              <TypeSign type={type} />
              {disagreements[type].name}
            </span>
          ))}
          <span className="flex flex-wrap gap-x-3 text-muted">
            {state !== 'open' && (
              <span className={state === 'decided' ? 'text-good' : 'text-warning'}>
                {stateNames[state]}
                {cause && `: ${causes[cause].name}`}
              </span>
            )}
            {reviewer && <span>{reviewer.name}</span>}
          </span>
        </span>
      </Link>
    </li>
  )
}

/** The clusters that the filters leave, the hardest first, a page at a time. */
export function ClusterList({ studyId, filters, queue, codebook, isFurther }: ClusterListProps) {
  return (
    <>
      <ol aria-label={words.listCaption}>
        {queue.entries.map((entry) => (
          <Entry key={entry.id} {...{ studyId, filters, entry, codebook, queue }} />
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-6">
        {isFurther && (
          <Link
            href={queuePath(studyId, filters)}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {words.firstPage}
          </Link>
        )}
        {queue.next !== null && (
          <Link
            href={queuePath(studyId, filters, queue.next)}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {words.nextPage}
          </Link>
        )}
      </p>
    </>
  )
}
