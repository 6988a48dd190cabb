'use client'

import { Button } from '../ui/button'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { study as words } from '../words/study'

interface EligibilityFormProps {
  studyId: string
  codingId: string
  /** Which text of whom, for who hears the buttons alone. */
  name: string
  confirmed: boolean
  decide: FormAction<void>
}

/** What the lead can do about one text that a coder holds not eligible. */
export function EligibilityForm({ studyId, codingId, name, confirmed, decide }: EligibilityFormProps) {
  const { answer, pending, submit } = useForm(decide)
  function send(decision: 'confirm' | 'send_back') {
    const form = new FormData()
    form.set('studyId', studyId)
    form.set('codingId', codingId)
    form.set('decision', decision)
    submit(form)
  }
  return (
    <>
      <FormError error={answer.error} />
      <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 sm:justify-end">
        {confirmed ? (
          <span className="text-muted">{words.claimConfirmed}</span>
        ) : (
          <Button disabled={pending} aria-label={`${words.claimConfirm}: ${name}`} onClick={() => send('confirm')}>
            {words.claimConfirm}
          </Button>
        )}
        <Button
          kind="quiet"
          disabled={pending}
          aria-label={`${words.claimSendBack}: ${name}`}
          onClick={() => send('send_back')}
        >
          {words.claimSendBack}
        </Button>
      </span>
    </>
  )
}
