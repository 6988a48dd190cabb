'use client'

import type { MemberRole } from '@/lib/policy'
import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { Table } from '../ui/table'
import { members as words } from '../words/members'
import { day } from './day'
import { roleNames } from './role-names'

interface OpenInvitation {
  id: string
  roles: MemberRole[]
  note: string
  expiresAt: Date
  createdBy: string
}

function RevokeForm({ studyId, id, revoke }: { studyId: string; id: string; revoke: FormAction<void> }) {
  const { answer, pending, onSubmit } = useForm(revoke)
  return (
    <form onSubmit={onSubmit}>
      <FormError error={answer.error} />
      <input type="hidden" name="studyId" value={studyId} />
      <input type="hidden" name="invitationId" value={id} />
      <Button type="submit" kind="quiet" disabled={pending}>
        {words.revoke}
      </Button>
    </form>
  )
}

/** The links nobody has used yet. */
export function OpenInvitations({
  studyId,
  invitations,
  revoke,
}: {
  studyId: string
  invitations: OpenInvitation[]
  revoke: FormAction<void>
}) {
  return (
    <Table caption={words.open}>
      <thead>
        <tr>
          <th scope="col">{words.openFor}</th>
          <th scope="col">{words.openAs}</th>
          <th scope="col">{words.openUntil}</th>
          <th scope="col" className="hidden sm:table-cell">
            {words.openBy}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, roles, note, expiresAt, createdBy }) => (
          <tr key={id}>
            <th scope="row" className="font-normal">
              {note || <span className="text-muted">{words.nobodyNamed}</span>}
            </th>
            <td>{roleNames(roles)}</td>
            <td>{day(expiresAt)}</td>
            <td className="hidden sm:table-cell">{createdBy}</td>
            <td className="text-right">
              <RevokeForm studyId={studyId} id={id} revoke={revoke} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
