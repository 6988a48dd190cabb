import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RequestError } from '@/lib/http/client'
import { flowTexts } from '../texts/flow-texts'
import { DeskDialog } from './DeskDialog'

interface ReasonDialogProps {
  texts: { title: string; explain: string; reason: string; confirm: string }
  /** Sends it; what goes wrong is shown, and what was written stays. */
  onConfirm(reason: string): Promise<void>
  onClose(): void
}

/** Asks for a reason in the coder's own words before something is sent. */
export function ReasonDialog({ texts, onConfirm, onClose }: ReasonDialogProps) {
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    setPending(true)
    try {
      await onConfirm(reason)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
      setPending(false)
    }
  }
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-muted">{texts.explain}</p>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextArea label={texts.reason} name="reason" required maxLength={2000} rows={3} dir="auto" />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{flowTexts.cancel}</Button>
          <Button type="submit" kind="primary" disabled={pending}>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </DeskDialog>
  )
}
