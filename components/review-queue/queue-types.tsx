import Link from 'next/link'
import { type DisagreementType, disagreementTypes } from '@/lib/coding/review/cluster'
import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { disagreements, queue as words } from '../words/review'
import { type QueueFilters, queuePath, withFilters } from './filters'

interface QueueTypesProps {
  studyId: string
  filters: QueueFilters
  queue: Pick<ReviewQueue, 'counts'>
}

type Shown = DisagreementType | 'agreed'

const listed: readonly Shown[] = [...disagreementTypes, 'agreed']

function Line({ href, isHere, children }: { href: string; isHere: boolean; children: React.ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isHere ? 'true' : undefined}
        className={`flex min-h-11 items-center gap-2.5 rounded-md px-2 no-underline hover:bg-sunken sm:min-h-9 ${isHere ? 'bg-accent-soft font-semibold' : ''}`}
      >
        {children}
      </Link>
    </li>
  )
}

/** The types of disagreement with how many there are of each: one press narrows the list to it. */
export function QueueTypes({ studyId, filters, queue: { counts } }: QueueTypesProps) {
  return (
    <nav aria-label={words.types}>
      <ul className="grid">
        <Line href={queuePath(studyId, withFilters(filters, { type: undefined }))} isHere={filters.type === undefined}>
          <span className="flex-1">{words.anyType}</span>
        </Line>
        {listed.flatMap((type) => {
          const count = counts.types[type] ?? 0
          const isHere = filters.type === type
          if (count === 0 && !isHere) return []
          return (
            <Line key={type} href={queuePath(studyId, withFilters(filters, { type }))} isHere={isHere}>
              <TypeSign type={type} />
              <span className="min-w-0 flex-1" title={disagreements[type].means}>
                {disagreements[type].name}
              </span>
              <span className="text-muted tabular-nums">{count.toLocaleString('en')}</span>
            </Line>
          )
        })}
      </ul>
    </nav>
  )
}

/** The short sign of a type, as the method numbers them. */
export function TypeSign({ type }: { type: Shown }) {
  return (
    <span className="inline-block min-w-8 shrink-0 rounded bg-sunken px-1 text-center font-semibold text-muted text-xs leading-5">
      {type === 'agreed' ? '=' : type}
    </span>
  )
}
