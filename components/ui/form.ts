'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import type { ErrorBody } from '@/lib/errors'

/** What a form was answered: its result, or what is wrong. */
export interface FormAnswer<Result = unknown> {
  error?: ErrorBody
  result?: Result
}

/** A server action as a form sends it. */
export type FormAction<Result = unknown> = (previous: FormAnswer<Result>, form: FormData) => Promise<FormAnswer<Result>>

/**
 * Sends a form to its action and keeps what was typed: React would empty a form with `action`, also after a mistake.
 * @returns the answer so far, whether one is awaited, and what to put on the form
 */
export function useForm<Result>(send: FormAction<Result>) {
  const [answer, dispatch, pending] = useActionState<FormAnswer<Result>, FormData>(send, {})
  function submit(form: FormData) {
    startTransition(() => dispatch(form))
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    submit(new FormData(event.currentTarget))
  }
  return { answer, pending, submit, onSubmit }
}
