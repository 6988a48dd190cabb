import type { Message } from './use-message'

interface SaidProps {
  message: Message
  /** How it looks while it explains why nothing happened. */
  loud: string
  /** How it looks while it tells of something done. */
  quiet: string
}

/**
 * What the desk says: always to screen readers, to everybody when it explains why nothing happened, and for some seconds
 * when it tells of something done.
 */
export function Said({ message, loud, quiet }: SaidProps) {
  const look = message.isVisible ? loud : message.passes ? quiet : 'sr-only'
  return (
    <div className="relative">
      <p role="status" className={look}>
        <span key={message.number}>{message.text}</span>
      </p>
    </div>
  )
}
