import { useState } from 'react'

/** Something to tell: always to a screen reader, to everybody when it explains why nothing happened. */
export interface Message {
  text: string
  isVisible: boolean
}

/** What the desk says. */
export function useMessage() {
  const [message, setMessage] = useState<Message>({ text: '', isVisible: false })
  return {
    message,
    /** For screen readers: others see it happen. */
    say: (text: string) => setMessage({ text, isVisible: false }),
    explain: (text: string) => setMessage({ text, isVisible: true }),
  }
}
