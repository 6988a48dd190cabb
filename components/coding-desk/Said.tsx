import type { Message } from './use-message'

interface SaidProps {
  message: Message
  /** How it looks while it explains why nothing happened. */
  loud: string
  /** How it looks while it tells of something done; a note over the foot of what stands above, unless said. */
  quiet?: string
}

const floating =
  'pointer-events-none absolute inset-x-0 bottom-2 z-10 mx-auto w-fit max-w-full rounded-md border border-line bg-surface px-3 py-1 text-muted text-sm'

/**
 * What the desk says: always to screen readers, to everybody when it explains why nothing happened, and for some seconds
 * when it tells of something done.
 */
export function Said({ message, loud, quiet = floating }: SaidProps) {
  const look = message.isVisible ? loud : message.passes ? quiet : 'sr-only'
  return (
    <div className="relative">
      <p role="status" className={look}>
        <span key={message.number}>{message.text}</span>
      </p>
    </div>
  )
}
