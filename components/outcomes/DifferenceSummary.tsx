import Link from 'next/link'
import type { MyOutcomes, SummaryRow } from '@/lib/coding/review/outcome-view'
import { codeAnchor } from '../codebook/code-entry'
import { outcomes as words } from '../words/outcomes'
import { clusterAnchor } from './OutcomePassage'
import { type CodebookNames, differenceText } from './own-difference'

interface DifferenceSummaryProps {
  studyId: string
  summary: MyOutcomes['summary']
  names: CodebookNames
}

const linkLook = 'inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-0'

function Rule({ studyId, rule }: { studyId: string; rule: SummaryRow['rule'] }) {
  if (!rule) return null
  return (
    <>
      <span className="block">{rule.definition}</span>
      <Link href={`/studies/${studyId}/codebook#${codeAnchor(rule.key)}`} className={linkLook}>
        {words.toRule}
        <span className="sr-only">: {rule.label}</span>
      </Link>
    </>
  )
}

function Places({ studyId, places }: { studyId: string; places: SummaryRow['places'] }) {
  return (
    <p className="flex flex-wrap gap-x-4" dir="auto">
      {places.map(({ documentId, title, quote, clusterId }) => (
        <Link
          key={`${documentId} ${clusterId}`}
          href={`/studies/${studyId}/outcomes/${documentId}${clusterId ? `#${clusterAnchor(clusterId)}` : ''}`}
          className={linkLook}
        >
          {words.place(quote, title)}
        </Link>
      ))}
    </p>
  )
}

/** In which ways the own coding differs from what was decided, the most frequent first, each with its rule. */
export function DifferenceSummary({ studyId, summary, names }: DifferenceSummaryProps) {
  if (summary.rows.length === 0) return <p>{words.summaryNone}</p>
  return (
    <ol aria-label={words.summaryCaption} className="border-line border-b">
      {summary.rows.map((row) => (
        <li
          key={[row.type, row.own, row.decided, row.attribute].join(' ')}
          className="grid gap-x-8 gap-y-1 border-line border-t py-3 sm:grid-cols-[18rem_minmax(0,1fr)]"
        >
          <div>
            <p className="font-semibold first-letter:uppercase">{differenceText(row, names)}</p>
            <p className="text-muted">{words.times(row.count, row.of)}</p>
          </div>
          <div>
            <Rule studyId={studyId} rule={row.rule} />
            <Places studyId={studyId} places={row.places} />
          </div>
        </li>
      ))}
    </ol>
  )
}
