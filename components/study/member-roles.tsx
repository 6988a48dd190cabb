'use client'

import { useOptimistic } from 'react'
import { type MemberRole, memberRoles } from '@/lib/policy'
import { Checkbox } from '../ui/checkbox'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { members as words } from '../words/members'

interface MemberRolesProps {
  studyId: string
  member: { id: string; name: string; roles: MemberRole[] }
  change: FormAction<void>
}

/** The roles of one member; a tick counts at once. */
export function MemberRoles({ studyId, member, change }: MemberRolesProps) {
  const [roles, showRoles] = useOptimistic(member.roles)
  const { answer, pending, submit } = useForm<void>(async (previous, form) => {
    showRoles(form.getAll('roles[]') as MemberRole[])
    return change(previous, form)
  })
  function toggle(role: MemberRole, held: boolean) {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('memberId', member.id)
    for (const other of memberRoles) {
      if (other === role ? held : roles.includes(other)) form.append('roles[]', other)
    }
    submit(form)
  }
  return (
    <fieldset>
      <legend className="sr-only">{`${words.roles}: ${member.name}`}</legend>
      <div className="grid grid-cols-[auto_auto] justify-start gap-x-6 lg:flex">
        {memberRoles.map((role) => (
          <Checkbox
            key={role}
            label={words.role[role]}
            checked={roles.includes(role)}
            disabled={pending}
            onChange={(event) => toggle(role, event.currentTarget.checked)}
          />
        ))}
      </div>
      <FormError error={answer.error} />
    </fieldset>
  )
}
