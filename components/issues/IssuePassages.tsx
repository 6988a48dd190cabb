import Link from 'next/link'
import type { IssueCluster } from '@/lib/coding/review/codebook-issue'
import { issues as words } from '../words/issues'

interface IssuePassagesProps {
  studyId: string
  clusters: readonly IssueCluster[]
  /** How many there are in all. */
  count: number
}

/** The passages that show an issue, each with the way to it in the review. */
export function IssuePassages({ studyId, clusters, count }: IssuePassagesProps) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent sm:min-h-10">
        {words.passages(count)}
      </summary>
      <ul className="mb-3 grid gap-2">
        {clusters.map(({ clusterId, document, quote }) => (
          <li key={clusterId}>
            <Link
              href={`/studies/${studyId}/review/${document.id}?cluster=${clusterId}`}
              className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
            >
              <span>
                {document.number}. <bdi>{document.title}</bdi>
              </span>
            </Link>
            <span className="block font-serif" dir="auto">
              {quote === '' ? words.wholeText : `“${quote}”`}
            </span>
          </li>
        ))}
        {count > clusters.length && <li className="text-muted">{words.more(count - clusters.length)}</li>}
      </ul>
    </details>
  )
}
