import Link from 'next/link'
import type { SentBackTask } from '@/lib/coding/review/outcome-view'
import { ButtonLink } from '../ui/button-link'
import { outcomes as words } from '../words/outcomes'
import { clusterAnchor } from './OutcomePassage'
import { ReopenTask } from './ReopenTask'

/** Passages to look at again, each with the reviewer's reason and the way to the own coding. */
export function SentBackList({ studyId, tasks }: { studyId: string; tasks: readonly SentBackTask[] }) {
  return (
    <ul className="grid max-w-2xl gap-6">
      {tasks.map(({ clusterId, document, quote, reason, codingId, isDone }) => (
        <li key={clusterId} className="border-warning border-s-4 ps-4">
          <p className="font-semibold">
            <bdi>{document.title}</bdi>
          </p>
          <p className="font-serif" dir="auto">
            {quote === '' ? words.wholeText : `“${quote}”`}
          </p>
          <p className="mt-1 whitespace-pre-line" dir="auto">
            <span className="text-muted">{words.reason}: </span>
            {reason}
          </p>
          {isDone && <p className="text-good">{words.isDone}</p>}
          <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
            {!isDone && <ReopenTask studyId={studyId} codingId={codingId} title={document.title} reason={reason} />}
            <ButtonLink
              kind={isDone ? 'secondary' : 'quiet'}
              href={`/studies/${studyId}/codings/${codingId}`}
              prefetch={false}
            >
              {words.openCoding}
              <span className="sr-only">: {document.title}</span>
            </ButtonLink>
            <Link
              href={`/studies/${studyId}/outcomes/${document.id}#${clusterAnchor(clusterId)}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-0"
            >
              {words.discuss}
              <span className="sr-only">: {document.title}</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
