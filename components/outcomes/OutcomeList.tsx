import Link from 'next/link'
import type { OutcomeEntry } from '@/lib/coding/review/outcome-view'
import { Table } from '../ui/table'
import { outcomes as words } from '../words/outcomes'

function OwnDifferences({ count }: { count: number | null }) {
  if (count !== null) return words.passages(count)
  return <abbr title={words.unknown}>–</abbr>
}

/** The own documents whose review is open: those to discuss, or those that are decided. */
export function OutcomeList({ studyId, entries }: { studyId: string; entries: readonly OutcomeEntry[] }) {
  const [{ state } = { state: 'discussion' }] = entries
  const isDecided = state === 'decided'
  return (
    <Table caption={isDecided ? words.decided : words.discussion}>
      <thead>
        <tr>
          <th scope="col">{words.text}</th>
          <th scope="col">{words.differing}</th>
          {isDecided && <th scope="col">{words.own}</th>}
          <th scope="col" className="text-right">
            {words.comments}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ round, document, differing, ownDifferences, comments }) => (
          <tr key={`${round.id} ${document.id}`}>
            <th scope="row" className="font-normal">
              <Link
                href={`/studies/${studyId}/outcomes/${document.id}?round=${round.id}`}
                className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-0"
              >
                <bdi>{document.title}</bdi>
              </Link>
            </th>
            <td>{words.passages(differing)}</td>
            {isDecided && (
              <td>
                <OwnDifferences count={ownDifferences} />
              </td>
            )}
            <td className="text-right">{comments.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
