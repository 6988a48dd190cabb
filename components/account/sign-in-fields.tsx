'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Notice } from '../ui/notice'
import { account } from '../words/account'
import { signIn } from './sign-in'

interface SignInFieldsProps {
  /** What the button says. */
  confirm?: string
  /** What comes after signing in; may say what is wrong with it. */
  onSignedIn(): Promise<string | undefined> | undefined
}

/** E-mail and password, and what is wrong with them. */
export function SignInFields({ confirm = account.signIn, onSignedIn }: SignInFieldsProps) {
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    const wrong = (await signIn(String(form.get('email')), String(form.get('password')))) ?? (await onSignedIn())
    if (!wrong) return
    setProblem(wrong)
    setPending(false)
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <TextField label={account.email} name="email" type="email" autoComplete="username" required autoFocus />
      <TextField label={account.password} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" kind="primary" disabled={pending}>
        {pending ? account.signingIn : confirm}
      </Button>
    </form>
  )
}
