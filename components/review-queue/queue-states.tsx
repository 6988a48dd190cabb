import Link from 'next/link'
import type { ReviewQueue, ReviewState } from '@/lib/coding/review/review-view'
import { stateNames, queue as words } from '../words/review'
import { type QueueFilters, queuePath, withFilters } from './filters'

interface QueueStatesProps {
  studyId: string
  filters: QueueFilters
  queue: Pick<ReviewQueue, 'counts'>
}

const toDecide: readonly ReviewState[] = ['open', 'stale', 'sent_back']
const states: readonly ReviewState[] = ['open', 'stale', 'sent_back', 'decided']

/** How far the review of a cluster is: the list shows one state, what is to be decided, or all. */
export function QueueStates({ studyId, filters, queue: { counts } }: QueueStatesProps) {
  const countOf = (state: ReviewState) => counts.states[state] ?? 0
  const all = states.reduce((sum, state) => sum + countOf(state), 0)
  const left = toDecide.reduce((sum, state) => sum + countOf(state), 0)
  const choices: { state: string | undefined; label: string; count: number }[] = [
    { state: undefined, label: words.toDecide, count: left },
    ...states.map((state) => ({ state, label: stateNames[state], count: countOf(state) })),
    { state: 'all', label: words.anyState, count: all },
  ]
  return (
    <nav aria-label={words.states} className="-mx-1 mb-4 flex flex-wrap gap-1">
      {choices
        .filter(({ state, count }) => count > 0 || state === undefined || state === 'all' || filters.state === state)
        .map(({ state, label, count }) => (
          <Link
            key={label}
            href={queuePath(studyId, withFilters(filters, { state }))}
            aria-current={filters.state === state ? 'true' : undefined}
            className={`inline-flex min-h-11 items-center gap-2 rounded-md px-3 no-underline hover:bg-sunken sm:min-h-9 ${filters.state === state ? 'bg-accent-soft font-semibold' : ''}`}
          >
            {label}
            <span className="text-muted tabular-nums">{count.toLocaleString('en')}</span>
          </Link>
        ))}
    </nav>
  )
}
