'use client'

import type { FormAction, FormAnswer } from '../ui/form'
import { goTo, signIn } from './sign-in'

/**
 * An action that makes an account, followed by signing in with what was typed.
 * @param destination where to go then, given the action's result
 */
export function signInAfter<Result>(
  send: FormAction<Result>,
  destination: (result: Result | undefined) => string,
): FormAction<Result> {
  return async (previous, form): Promise<FormAnswer<Result>> => {
    const answer = await send(previous, form)
    if (answer.error) return answer
    const wrong = await signIn(String(form.get('email')), String(form.get('password')))
    goTo(wrong ? '/sign-in' : destination(answer.result))
    return answer
  }
}
