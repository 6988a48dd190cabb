'use client'

import type { ReviewQueue } from '@/lib/coding/review/review-view'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { queue as words } from '../words/review'
import type { QueueFilters } from './filters'

interface AssignFormProps {
  studyId: string
  filters: QueueFilters
  queue: Pick<ReviewQueue, 'round' | 'reviewers' | 'total'>
  assign: FormAction<{ documents: number }>
}

/** Shares the texts of what the filters leave out among reviewers. */
export function AssignForm({ studyId, filters, queue, assign }: AssignFormProps) {
  const { answer, pending, onSubmit } = useForm(assign)
  const { round: _, ...narrowed } = filters
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline sm:min-h-9">
        {words.assign}
      </summary>
      <form onSubmit={onSubmit} className="mt-2 grid max-w-2xl gap-3">
        <p className="text-base text-muted">{words.assignNote}</p>
        <FormError error={answer.error} />
        <input type="hidden" name="studyId" value={studyId} />
        <input type="hidden" name="roundId" value={queue.round.id} />
        {Object.entries(narrowed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend className="font-semibold">{words.assignTo}</legend>
          {queue.reviewers.map(({ id, name }) => (
            <Checkbox key={id} name="assignees[]" value={id} label={name} />
          ))}
        </fieldset>
        <p className="flex flex-wrap items-center gap-4">
          <Button type="submit" disabled={pending}>
            {words.assignDo}
          </Button>
          <span role="status">{answer.result && words.assigned(answer.result.documents)}</span>
        </p>
      </form>
    </details>
  )
}
