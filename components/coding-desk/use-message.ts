import { useEffect, useState } from 'react'

/** Something to tell: always to a screen reader, to everybody when it explains why nothing happened. */
export interface Message {
  text: string
  isVisible: boolean
  /** Whether everybody sees it for a while: it tells of something done that nothing else shows. */
  passes: boolean
  /** Tells two messages of the same words apart: the second one is read out, too. */
  number: number
}

/** How long a line is seen that tells of something done. */
const passingMilliseconds = 6000

/** What the desk says. */
export function useMessage() {
  const [message, setMessage] = useState<Message>({ text: '', isVisible: false, passes: false, number: 0 })
  const { passes, number } = message
  useEffect(() => {
    if (!passes) return
    const end = setTimeout(
      () => setMessage((now) => (now.number === number ? { ...now, passes: false } : now)),
      passingMilliseconds,
    )
    return () => clearTimeout(end)
  }, [passes, number])
  const tell = (text: string, shown: Pick<Message, 'isVisible' | 'passes'>) =>
    setMessage(({ number }) => ({ text, ...shown, number: number + 1 }))
  return {
    message,
    /** For screen readers: others see it happen. */
    say: (text: string) => tell(text, { isVisible: false, passes: false }),
    explain: (text: string) => tell(text, { isVisible: true, passes: false }),
    /** Takes an explanation out of sight. Its words stay: nothing is read out again. */
    hush: () => setMessage((now) => (now.isVisible ? { ...now, isVisible: false } : now)),
    /** For everybody, for a while. */
    confirm: (text: string) => tell(text, { isVisible: false, passes: true }),
  }
}
