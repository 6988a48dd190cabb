'use client'

import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { TextArea } from '../ui/field'
import { type FormAction, useForm } from '../ui/form'
import { FormError } from '../ui/form-error'
import { questions as words } from '../words/questions'

interface AnswerFormProps {
  studyId: string
  asked: { codingId: string; id: string; answer: string | null }
  send: FormAction<void>
}

/** Where the lead answers a question, or changes the answer. */
export function AnswerForm({ studyId, asked, send }: AnswerFormProps) {
  const { answer, pending, onSubmit } = useForm(send)
  return (
    <form onSubmit={onSubmit} className="grid max-w-2xl gap-3">
      <FormError error={answer.error} fields={['answer']} />
      <input type="hidden" name="studyId" value={studyId} />
      <input type="hidden" name="codingId" value={asked.codingId} />
      <input type="hidden" name="questionId" value={asked.id} />
      <TextArea
        label={words.answer}
        name="answer"
        rows={3}
        maxLength={4000}
        defaultValue={asked.answer ?? ''}
        error={answer.error?.fields?.answer}
        dir="auto"
        required
      />
      <Checkbox name="makeRule" label={words.makeRule} hint={words.makeRuleHint} />
      <Button type="submit" kind="primary" className="justify-self-start" disabled={pending}>
        {pending ? words.sending : words.send}
      </Button>
    </form>
  )
}
