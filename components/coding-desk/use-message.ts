import { useState } from 'react'

/** Something to tell: always to a screen reader, to everybody when it explains why nothing happened. */
export interface Message {
  text: string
  isVisible: boolean
  /** Tells two messages of the same words apart: the second one is read out, too. */
  number: number
}

/** What the desk says. */
export function useMessage() {
  const [message, setMessage] = useState<Message>({ text: '', isVisible: false, number: 0 })
  const tell = (text: string, isVisible: boolean) =>
    setMessage(({ number }) => ({ text, isVisible, number: number + 1 }))
  return {
    message,
    /** For screen readers: others see it happen. */
    say: (text: string) => tell(text, false),
    explain: (text: string) => tell(text, true),
  }
}
