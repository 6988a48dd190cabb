import type { ReactNode } from 'react'

type Tone = 'info' | 'good' | 'warning' | 'danger'

const looks: Record<Tone, string> = {
  info: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
}

/** Something to know before going on; read out at once when it is about a failure. */
export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={`rounded-r-md border-l-4 px-4 py-3 ${looks[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
