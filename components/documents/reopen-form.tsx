'use client'

import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { documents as words } from '../words/documents'

interface ReopenFormProps {
  studyId: string
  documentId: string
  codingId: string
  /** Pseudonym. */
  coder: string
  reopen: FormAction<void>
}

/** Opens on demand: why the coder is to go on with a submitted coding. */
export function ReopenForm({ studyId, documentId, codingId, coder, reopen }: ReopenFormProps) {
  const { answer, pending, onSubmit } = useForm(reopen)
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center text-accent sm:min-h-10">
        {words.reopen}
        <span className="sr-only">: {coder}</span>
      </summary>
      <form onSubmit={onSubmit} className="grid gap-3 pb-2">
        <p className="text-muted">{words.reopenNote(coder)}</p>
        <FormError error={answer.error} fields={['reason']} />
        <input type="hidden" name="studyId" value={studyId} />
        <input type="hidden" name="documentId" value={documentId} />
        <input type="hidden" name="codingId" value={codingId} />
        <TextArea
          label={words.reopenReason}
          name="reason"
          rows={3}
          maxLength={2000}
          hint={words.reopenHint}
          error={answer.error?.fields?.reason}
          required
        />
        <Button type="submit" className="justify-self-start" disabled={pending}>
          {pending ? words.reopening : words.reopenConfirm}
        </Button>
      </form>
    </details>
  )
}
