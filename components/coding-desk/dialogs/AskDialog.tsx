import { useState } from 'react'
import { v7 as newQuestionId } from 'uuid'
import { shortQuote } from '../annotations/desk-annotations'
import { serverTexts } from '../texts/server-texts'
import { WriteDialog } from './WriteDialog'

const { ask: texts } = serverTexts

interface AskDialogProps {
  /** The words that the question is about. */
  quote: string
  /** Sends it under this id: trying again makes no second question. */
  onSend(id: string, question: string): Promise<void>
  onClose(): void
  /** May take the focus when it has closed. */
  onLeave?: () => boolean
}

/** Asks the lead about a place in the article. */
export function AskDialog({ quote, onSend, onClose, onLeave }: AskDialogProps) {
  const [id] = useState(() => newQuestionId())
  return (
    <WriteDialog
      title={texts.title}
      label={texts.question}
      hint={texts.hint}
      confirm={texts.send}
      onSend={(question) => onSend(id, question)}
      {...{ onClose, onLeave }}
    >
      <div>
        <p className="text-muted text-sm">{texts.about}</p>
        <blockquote dir="auto" className="font-serif">
          {shortQuote(quote, 160)}
        </blockquote>
      </div>
    </WriteDialog>
  )
}
