'use client'

import { signOut } from 'next-auth/react'
import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { account } from '../words/account'
import { goTo } from './sign-in'

async function leave() {
  await signOut({ redirect: false })
  goTo('/sign-in')
}

/** Ends this session. */
export function SignOutButton() {
  return <Button onClick={leave}>{account.signOut}</Button>
}

/** Ends every session of the person, this one included. */
export function EndSessionsForm({ endAll }: { endAll: FormAction<void> }) {
  const { answer, pending, onSubmit } = useForm<void>(async (previous, form) => {
    const given = await endAll(previous, form)
    if (!given.error) await leave()
    return given
  })
  return (
    <form onSubmit={onSubmit} className="grid justify-items-start gap-4">
      <FormError error={answer.error} />
      <Button type="submit" kind="danger" disabled={pending}>
        {account.endAll}
      </Button>
    </form>
  )
}
