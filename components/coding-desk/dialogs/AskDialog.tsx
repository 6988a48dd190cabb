import { type FormEvent, useState } from 'react'
import { v7 as newQuestionId } from 'uuid'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RequestError } from '@/lib/http/client'
import { shortQuote } from '../desk-annotations'
import { flowTexts } from '../texts/flow-texts'
import { DeskDialog } from './DeskDialog'

const { ask: texts } = flowTexts

interface AskDialogProps {
  /** The words that the question is about. */
  quote: string
  /** Sends it under this id: trying again makes no second question. */
  onSend(id: string, question: string): Promise<void>
  onClose(): void
}

/** Asks the lead about a place in the article. */
export function AskDialog({ quote, onSend, onClose }: AskDialogProps) {
  const [id] = useState(() => newQuestionId())
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const question = String(new FormData(event.currentTarget).get('question')).trim()
    setPending(true)
    try {
      await onSend(id, question)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
      setPending(false)
    }
  }
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <div>
          <p className="text-muted text-sm">{texts.about}</p>
          <blockquote dir="auto" className="font-serif">
            {shortQuote(quote, 160)}
          </blockquote>
        </div>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextArea label={texts.question} hint={texts.hint} name="question" required maxLength={2000} dir="auto" />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{flowTexts.cancel}</Button>
          <Button type="submit" kind="primary" disabled={pending}>
            {pending ? texts.sending : texts.send}
          </Button>
        </div>
      </form>
    </DeskDialog>
  )
}
