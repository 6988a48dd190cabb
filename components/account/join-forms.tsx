'use client'

import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { account } from '../words/account'
import { NewAccountFields, newAccountFields } from './new-account-fields'
import { goTo } from './sign-in'
import { signInAfter } from './sign-in-after'

interface JoinProps {
  token: string
  join: FormAction<{ studyId: string }>
}

const studyAddress = (result: { studyId: string } | undefined) => `/studies/${result?.studyId ?? ''}`

/** Joins with an account made here and now. */
export function JoinWithNewAccount({ token, join }: JoinProps) {
  const { answer, pending, onSubmit } = useForm(signInAfter(join, studyAddress))
  return (
    <form onSubmit={onSubmit} className="grid gap-5">
      <FormError error={answer.error} fields={newAccountFields} />
      <input type="hidden" name="token" value={token} />
      <NewAccountFields errors={answer.error?.fields} />
      <Button type="submit" kind="primary" disabled={pending}>
        {pending ? account.joining : account.createAndJoin}
      </Button>
    </form>
  )
}

/** Joins as the person who is signed in. */
export function JoinAs({ token, join, name }: JoinProps & { name: string }) {
  const { answer, pending, onSubmit } = useForm<{ studyId: string }>(async (previous, form) => {
    const given = await join(previous, form)
    if (given.result) goTo(studyAddress(given.result))
    return given
  })
  return (
    <form onSubmit={onSubmit} className="grid gap-5">
      <FormError error={answer.error} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" kind="primary" disabled={pending}>
        {pending ? account.joining : account.joinAs(name)}
      </Button>
      <p className="text-muted">{account.notYou}</p>
    </form>
  )
}
