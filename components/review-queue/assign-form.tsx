'use client'

import { type FormEvent, useState } from 'react'
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

/** Shares the texts of what the filters leave out among reviewers, or takes them from those who have them. */
export function AssignForm({ studyId, filters, queue, assign }: AssignFormProps) {
  const { answer, pending, submit } = useForm(assign)
  /** What was asked for last; null before, and when nobody was chosen. */
  const [asked, setAsked] = useState<'share' | 'nobody' | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const { round: _, ...narrowed } = filters
  function send(form: FormData, what: 'share' | 'nobody'): void {
    const isMissing = what === 'share' && !form.has('assignees[]')
    setIsRefused(isMissing)
    setAsked(isMissing ? null : what)
    if (what === 'nobody') form.delete('assignees[]')
    if (!isMissing) submit(form)
  }
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    send(new FormData(event.currentTarget), 'share')
  }
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline sm:min-h-9">
        {words.assign}
      </summary>
      <form onSubmit={onSubmit} className="mt-2 grid max-w-2xl gap-3">
        <p className="text-base text-muted">{words.assignNote}</p>
        {asked && <FormError error={answer.error} />}
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
          {isRefused && (
            <p role="alert" className="text-danger">
              {words.assignNobodyChosen}
            </p>
          )}
        </fieldset>
        <p className="flex flex-wrap items-center gap-4">
          <Button type="submit" disabled={pending}>
            {words.assignDo}
          </Button>
          <Button
            kind="quiet"
            disabled={pending}
            onClick={({ currentTarget: { form } }) => form && send(new FormData(form), 'nobody')}
          >
            {words.assignToNobody}
          </Button>
          <span role="status">
            {asked &&
              !pending &&
              answer.result &&
              (asked === 'share' ? words.assigned : words.unassigned)(answer.result.documents)}
          </span>
        </p>
      </form>
    </details>
  )
}
