'use client'

import { useRef, useState } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { Notice } from '../ui/notice'
import { account } from '../words/account'
import { goTo, signIn } from './sign-in'

/** Changes the password, which ends every session, and starts a new one here. */
export function ChangePasswordForm({ email, change }: { email: string; change: FormAction<void> }) {
  const fields = useRef<HTMLFormElement>(null)
  const [done, setDone] = useState(false)
  const { answer, pending, onSubmit } = useForm<void>(async (previous, form) => {
    const given = await change(previous, form)
    if (given.error) return given
    if (await signIn(email, String(form.get('next')))) goTo('/sign-in')
    else fields.current?.reset()
    setDone(true)
    return given
  })
  const errors = answer.error?.fields
  return (
    <form ref={fields} onSubmit={onSubmit} className="grid max-w-sm gap-5">
      <FormError error={answer.error} fields={['current', 'next']} />
      {done && !answer.error && <Notice tone="good">{account.passwordChanged}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        label={account.currentPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={errors?.current}
      />
      <TextField
        label={account.newPassword}
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        hint={account.passwordHint}
        error={errors?.next}
      />
      <Button type="submit" kind="primary" className="justify-self-start" disabled={pending}>
        {pending ? account.changingPassword : account.changePassword}
      </Button>
    </form>
  )
}
