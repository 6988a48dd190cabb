import Link from 'next/link'
import type { MyOutcomes, SummaryRow } from '@/lib/coding/review/outcome-view'
import { codeAnchor } from '../codebook/code-entry'
import { Table } from '../ui/table'
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

/** In which ways the own coding differs from what was decided, the most frequent first, each with its rule. */
export function DifferenceSummary({ studyId, summary, names }: DifferenceSummaryProps) {
  if (summary.rows.length === 0) return <p>{words.summaryNone}</p>
  return (
    <Table caption={words.summaryCaption}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.how}</th>
          <th scope="col" className="min-w-64">
            {words.rule}
          </th>
          <th scope="col">{words.where}</th>
        </tr>
      </thead>
      <tbody>
        {summary.rows.map((row) => (
          <tr key={[row.type, row.own, row.decided, row.attribute].join(' ')}>
            <th scope="row" className="max-w-72 font-normal first-letter:uppercase">
              {differenceText(row, names)}
            </th>
            <td className="whitespace-nowrap">{words.times(row.count, row.of)}</td>
            <td className="max-w-md">
              <Rule studyId={studyId} rule={row.rule} />
            </td>
            <td>
              <span className="flex flex-wrap gap-x-3">
                {row.places.map(({ documentId, number, clusterId }) => (
                  <Link
                    key={`${documentId} ${clusterId}`}
                    href={`/studies/${studyId}/outcomes/${documentId}${clusterId ? `#${clusterAnchor(clusterId)}` : ''}`}
                    className={`${linkLook} whitespace-nowrap`}
                  >
                    {words.place(number)}
                  </Link>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
