'use client'

import type { MemberRole } from '@/lib/policy'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { Table } from '../ui/table'
import { members as words } from '../words/members'
import { day } from './day'
import { MemberRoles } from './member-roles'

interface Member {
  id: string
  name: string
  email: string
  pseudonym: string
  roles: MemberRole[]
  joinedAt: Date
  leftAt: Date | null
  isMe: boolean
}

interface MembersTableProps {
  studyId: string
  members: Member[]
  change: FormAction<void>
  remove: FormAction<void>
}

function RemoveMember({ studyId, member, remove }: { studyId: string; member: Member; remove: FormAction<void> }) {
  const { answer, submit } = useForm(remove)
  function confirmed() {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('memberId', member.id)
    submit(form)
  }
  return (
    <>
      <FormError error={answer.error} />
      <ConfirmDialog
        open={words.remove}
        title={words.removeTitle(member.name)}
        confirm={words.removeConfirm}
        onConfirm={confirmed}
      >
        {words.removeNote(member.name)}
      </ConfirmDialog>
    </>
  )
}

function Person({ member }: { member: Member }) {
  return (
    <>
      <span className="font-semibold">{member.name}</span>
      {member.isMe && <span className="text-muted"> ({words.you})</span>}
      <span className="block break-all text-muted">{member.email}</span>
    </>
  )
}

function MemberRow({ member, studyId, change, remove }: { member: Member } & Omit<MembersTableProps, 'members'>) {
  return (
    <tr className="max-md:grid max-md:grid-cols-[auto_1fr_auto] max-md:py-2">
      <td className="w-14 font-semibold max-md:py-1.5">{member.pseudonym}</td>
      <th scope="row" className="font-normal">
        <Person member={member} />
      </th>
      <td className="max-md:col-span-2 max-md:col-start-2 max-md:row-start-2">
        {member.leftAt ? (
          <span className="text-muted">{words.left(day(member.leftAt))}</span>
        ) : (
          <MemberRoles studyId={studyId} member={member} change={change} />
        )}
      </td>
      <td className="hidden whitespace-nowrap md:table-cell">{day(member.joinedAt)}</td>
      <td className="text-right max-md:py-0">
        {!member.leftAt && !member.isMe && <RemoveMember studyId={studyId} member={member} remove={remove} />}
      </td>
    </tr>
  )
}

/** Everybody who is or was in the study. */
export function MembersTable({ members, ...rest }: MembersTableProps) {
  return (
    <Table caption={words.people}>
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col">
            <span className="sr-only">{words.pseudonym}</span>
          </th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.roles}</th>
          <th scope="col" className="hidden md:table-cell">
            {words.joined}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} {...rest} />
        ))}
      </tbody>
    </Table>
  )
}
