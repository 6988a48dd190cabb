import Link from 'next/link'
import type { MemberRole } from '@/lib/policy'
import { EmptyState } from '../ui/empty-state'
import { Table } from '../ui/table'
import { study as words } from '../words/study'
import { roleNames } from './role-names'

interface StudyLine {
  id: string
  title: string
  roles: MemberRole[]
  documents: number
  /** The person's own codings: those still to submit, and those submitted. */
  own: { assigned: number; submitted: number }
}

function StudyRow({ study: { id, title, roles, documents, own } }: { study: StudyLine }) {
  const total = own.assigned + own.submitted
  return (
    <tr>
      <th scope="row" className="py-1 font-normal">
        <Link
          href={`/studies/${id}`}
          className="inline-flex min-h-11 items-center font-serif text-lg underline decoration-line underline-offset-4 hover:decoration-accent"
        >
          {title}
        </Link>
        <p className="text-muted sm:hidden">
          {roleNames(roles)}
          {total > 0 && ` · ${words.ownProgress(own.submitted, total)}`}
        </p>
      </th>
      <td className="hidden sm:table-cell">{roleNames(roles)}</td>
      <td className="hidden sm:table-cell">
        {total > 0 ? words.ownProgress(own.submitted, total) : <span className="text-muted">{words.noOwnWork}</span>}
      </td>
      <td className="text-right">{documents.toLocaleString('en')}</td>
    </tr>
  )
}

/** The studies of one person, newest first. */
export function StudyList({ studies }: { studies: StudyLine[] }) {
  if (studies.length === 0) return <EmptyState title={words.noStudies}>{words.noStudiesNext}</EmptyState>
  return (
    <Table caption={words.listTitle}>
      <thead>
        <tr>
          <th scope="col">{words.study}</th>
          <th scope="col" className="hidden sm:table-cell">
            {words.roles}
          </th>
          <th scope="col" className="hidden sm:table-cell">
            {words.ownWork}
          </th>
          <th scope="col" className="text-right">
            {words.documents}
          </th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => (
          <StudyRow key={study.id} study={study} />
        ))}
      </tbody>
    </Table>
  )
}
