import { useDeferredValue, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * When it is the panel's turn to be drawn: it takes longer than the text, so that an annotation newly in hand is in the
 * text first. Everything else, as typing in the panel, is there at once.
 * @param subject the annotation in hand
 */
export function usePanelTurn(subject: string | null) {
  const drawn = useDeferredValue(subject)
  const [hurried, setHurried] = useState(subject)
  const isTurn = drawn === subject || hurried === subject
  const latest = useRef({ subject, isTurn })
  latest.current = { subject, isTurn }
  return {
    isTurn,
    /** Draws the panel now: before a further key, which may be about what is in it. */
    hurry(): void {
      if (!latest.current.isTurn) flushSync(() => setHurried(latest.current.subject))
    },
  }
}
