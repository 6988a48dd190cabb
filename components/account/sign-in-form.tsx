'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Notice } from '../ui/notice'
import { account } from '../words/account'
import { goTo, signIn } from './sign-in'

/** E-mail and password. @param next an address on this server to go to afterwards */
export function SignInForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    const wrong = await signIn(String(form.get('email')), String(form.get('password')))
    if (wrong) {
      setProblem(wrong)
      setPending(false)
    } else goTo(next)
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <TextField label={account.email} name="email" type="email" autoComplete="username" required autoFocus />
      <TextField label={account.password} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" kind="primary" disabled={pending}>
        {pending ? account.signingIn : account.signIn}
      </Button>
    </form>
  )
}
