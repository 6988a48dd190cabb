'use client'

import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { issues as words } from '../words/issues'

interface ResolveFormProps {
  studyId: string
  issueId: string
  note?: string
  resolve?: FormAction<void> | undefined
}

/** Where the lead notes what was done about an issue. */
function Form({ studyId, issueId, note = '', resolve }: ResolveFormProps & { resolve: FormAction<void> }) {
  const { answer, pending, onSubmit } = useForm(resolve)
  return (
    <form onSubmit={onSubmit} className="grid gap-3">
      <FormError error={answer.error} fields={['resolution']} />
      <input type="hidden" name="studyId" value={studyId} />
      <input type="hidden" name="issueId" value={issueId} />
      <TextArea
        label={words.resolution}
        name="resolution"
        rows={2}
        maxLength={4000}
        defaultValue={note}
        hint={words.resolutionHint}
        error={answer.error?.fields?.resolution}
        required
        dir="auto"
      />
      <Button type="submit" className="justify-self-start" disabled={pending}>
        {pending ? words.resolving : words.resolve}
      </Button>
    </form>
  )
}

/** The form, for who may resolve issues. */
export function ResolveForm({ resolve, ...form }: ResolveFormProps) {
  return resolve ? <Form resolve={resolve} {...form} /> : null
}
