import type { Review } from '../use-review'
import { fieldsOfStep, type Step } from './steps'

/** What is wrong with a step, read out when it is told. */
export function Problem({ review, step, id }: { review: Review; step: Step; id?: string }) {
  const found = Object.entries(review.state.problems).filter(([field]) =>
    fieldsOfStep[step].some((one) => field.startsWith(one)),
  )
  if (found.length === 0) return null
  return (
    <p id={id} role="alert" className="text-danger text-sm">
      {found.map(([, message]) => message).join(' ')}
    </p>
  )
}
