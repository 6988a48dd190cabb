import type { ReactNode } from 'react'

/** Where there is nothing yet: says so, and gives the next step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="max-w-xl border-line border-l-4 py-1 pl-5">
      <p className="font-semibold text-lg">{title}</p>
      {children && <p className="mt-1 text-muted">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
