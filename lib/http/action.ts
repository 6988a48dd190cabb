import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { currentActor } from '../actor'
import { AppError, type ErrorBody } from '../errors'
import { log } from '../log'
import type { Actor } from '../verbs/steps/authorize'
import { parse } from './parse'

/** What a form shows after it was sent. */
export interface FormState<Result = unknown> {
  error?: ErrorBody
  result?: Result
}

/** Fields as an object: one named "roles[]" is always a list, a repeated one becomes a list. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name)
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values
    else fields[name] = values.length > 1 ? values : values[0]
  }
  return fields
}

function failure(error: unknown): FormState<never> {
  unstable_rethrow(error)
  if (error instanceof AppError) {
    if (error.status >= 500) log.error({ error }, error.message)
    return { error: error.toBody() }
  }
  log.error({ error }, 'a form failed')
  return { error: { code: 'internal', message: 'Something went wrong on the server. Try again.' } }
}

async function run<Result>(work: () => Promise<Result>): Promise<FormState<Result>> {
  try {
    return { result: await work() }
  } catch (error) {
    return failure(error)
  }
}

/**
 * The door of every form of a signed-in person, in the same four beats as a route. The result goes to `useActionState`.
 */
export function action<Schema extends z.ZodType, Result>(
  schema: Schema,
  handle: (actor: Actor, input: z.infer<Schema>) => Promise<Result>,
): (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return (_previous, form) =>
    run(async () => {
      const actor = await currentActor()
      if (!actor) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
      return handle(actor, parse(schema, fieldsOf(form)))
    })
}

/** The door of a form that needs no session: the first account, joining by invitation. */
export function publicAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  handle: (input: z.infer<Schema>) => Promise<Result>,
): (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return (_previous, form) => run(() => handle(parse(schema, fieldsOf(form))))
}
