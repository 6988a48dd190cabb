import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { RefreshOften } from '../agreement-report/refresh-often'
import { queue as words } from '../words/review'

type Facts = Pick<ReviewQueue, 'documents' | 'computing' | 'revised' | 'round'>

/** What the list rests on: how many texts, which wait, and how far the comparing is. */
export function QueueFacts({ queue: { documents, computing, revised, round } }: { queue: Facts }) {
  return (
    <div className="mb-6 grid max-w-3xl gap-1 text-base text-muted">
      <p>
        {words.documents(documents.reviewable, documents.all)}.
        {documents.waiting > 0 && ` ${words.waiting(documents.waiting)}`}
      </p>
      {!round.showNames && <p>{words.namesHidden}</p>}
      {revised > 0 && <p>{words.revised(revised)}</p>}
      {documents.reviewable > 0 && (
        <details>
          <summary className="w-fit">{words.otherCounts.title}</summary>
          <ul className="list-disc pl-6">
            {words.otherCounts.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      {computing && (
        <div role="status" className="my-2 grid gap-1 text-ink">
          <label className="grid gap-1">
            {words.computing(computing.done, computing.of)}
            <progress value={computing.done} max={computing.of} className="h-2.5 w-full max-w-md accent-accent" />
          </label>
          <p className="text-muted">{words.computingHint}</p>
          <RefreshOften />
        </div>
      )}
    </div>
  )
}
