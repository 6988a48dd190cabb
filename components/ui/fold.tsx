import type { ReactNode } from 'react'

interface FoldProps {
  title: string
  /** Told when somebody opens it: only in a component of the browser. */
  onOpen?: () => void
  children: ReactNode
}

/** Something that opens below its words. */
export function Fold({ title, onOpen, children }: FoldProps) {
  return (
    <details
      {...(onOpen ? { onToggle: ({ currentTarget }) => currentTarget.open && onOpen() } : {})}
      className="group min-w-0 open:order-last open:basis-full"
    >
      <summary className="inline-flex min-h-11 list-none items-center text-accent underline-offset-4 before:w-4 before:content-['+'] hover:underline group-open:before:content-['–'] sm:min-h-10 print:hidden">
        {title}
      </summary>
      <div className="mt-2 mb-6">{children}</div>
    </details>
  )
}
