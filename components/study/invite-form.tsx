'use client'

import { useState } from 'react'
import { memberRoles } from '@/lib/policy'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { CopyField } from '../ui/copy-field'
import { TextField } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { Notice } from '../ui/notice'
import { members as words } from '../words/members'

function LinkReady({ token, days }: { token: string; days: string }) {
  return (
    <Notice tone="good">
      <p className="mb-3">{words.linkReady(days)}</p>
      <CopyField key={token} label={words.linkLabel} value={`${window.location.origin}/invitations/${token}`} />
    </Notice>
  )
}

function Roles({ error }: { error: string | undefined }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{words.as}</legend>
      {memberRoles.map((role) => (
        <Checkbox
          key={role}
          name="roles[]"
          value={role}
          defaultChecked={role === 'coder'}
          label={
            <>
              {words.role[role]} <span className="text-muted">– {words.roleMeans[role]}</span>
            </>
          }
        />
      ))}
      {error && (
        <p className="text-base text-danger" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Makes an invitation link and shows it, once. Each link begins with an empty note: it is for somebody else. */
export function InviteForm({ studyId, invite }: { studyId: string; invite: FormAction<{ token: string }> }) {
  const { answer, pending, onSubmit } = useForm(invite)
  const [days, setDays] = useState('14')
  const errors = answer.error?.fields
  return (
    <div className="grid max-w-2xl gap-6">
      {answer.result && <LinkReady token={answer.result.token} days={days} />}
      <form onSubmit={onSubmit} className="grid gap-5">
        <FormError error={answer.error} fields={['note', 'days', 'roles']} />
        <input type="hidden" name="studyId" value={studyId} />
        <Roles error={errors?.roles} />
        <div className="grid items-start gap-5 sm:grid-cols-[1fr_10rem]">
          <TextField
            key={answer.result?.token}
            label={words.note}
            name="note"
            maxLength={200}
            hint={words.noteHint}
            error={errors?.note}
          />
          <TextField
            label={words.days}
            name="days"
            type="number"
            min={1}
            max={90}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
            error={errors?.days}
          />
        </div>
        <Button type="submit" kind="primary" className="justify-self-start" disabled={pending}>
          {pending ? words.creating : words.create}
        </Button>
      </form>
    </div>
  )
}
