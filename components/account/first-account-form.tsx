'use client'

import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { account } from '../words/account'
import { NewAccountFields, newAccountFields } from './new-account-fields'
import { signInAfter } from './sign-in-after'

/** Creates the first account of the server, signs in with it and goes on to the first study. */
export function FirstAccountForm({ create }: { create: FormAction<void> }) {
  const { answer, pending, onSubmit } = useForm(signInAfter(create, () => '/studies/new'))
  return (
    <form onSubmit={onSubmit} className="grid gap-5">
      <FormError error={answer.error} fields={newAccountFields} />
      <NewAccountFields errors={answer.error?.fields} />
      <Button type="submit" kind="primary" disabled={pending}>
        {pending ? account.creatingAccount : account.createAccount}
      </Button>
    </form>
  )
}
