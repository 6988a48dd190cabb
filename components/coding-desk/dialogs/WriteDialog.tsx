import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isComposing } from '@/components/ui/composing'
import { TextArea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RequestError } from '@/lib/http/client'
import { flowTexts } from '../texts/flow-texts'
import { DeskDialog } from './DeskDialog'

/** Enter alone begins a new line. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

interface WriteDialogProps {
  title: string
  /** What the writing is called, and what to know about it. */
  label: string
  hint?: string
  confirm: string
  /** What stands before the writing. */
  children: ReactNode
  /** Sends it; what goes wrong is shown, and what was written stays. */
  onSend(text: string): Promise<void>
  onClose(): void
  /** May take the focus when it has closed. */
  onLeave?: (() => boolean) | undefined
}

/** Asks for something in the coder's own words and sends it. */
export function WriteDialog({ title, label, hint, confirm, children, onSend, onClose, onLeave }: WriteDialogProps) {
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const text = String(new FormData(event.currentTarget).get('text')).trim()
    setPending(true)
    try {
      await onSend(text)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setProblem(error.message)
      setPending(false)
    }
  }
  return (
    <DeskDialog {...{ title, onClose, onLeave }}>
      <form onSubmit={submit} className="grid gap-4">
        {children}
        {problem && <Notice tone="danger">{problem}</Notice>}
        <TextArea
          label={label}
          hint={hint}
          name="text"
          required
          maxLength={2000}
          rows={4}
          dir="auto"
          onKeyDown={sendOnEnter}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{flowTexts.cancel}</Button>
          <Button type="submit" kind="primary" disabled={pending}>
            {confirm}
          </Button>
        </div>
      </form>
    </DeskDialog>
  )
}
