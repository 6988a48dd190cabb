import type { ReactNode } from 'react'

interface ChipProps {
  type: 'radio' | 'checkbox'
  name: string
  /** The key that chooses it while the focus is among its neighbours. */
  stroke?: string
  title?: string
  checked: boolean
  onChange(): void
  children: ReactNode
}

/** One of several things to choose from, all in view. */
export function Chip({ type, name, stroke, title, checked, onChange, children }: ChipProps) {
  return (
    <label
      title={title}
      className={`relative flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md border px-2.5 text-sm leading-5 has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:outline-offset-2 lg:min-h-7 lg:px-2 ${
        checked ? 'border-accent bg-accent-soft font-semibold text-ink' : 'border-line bg-surface hover:border-ink'
      }`}
    >
      <input type={type} name={name} className="sr-only" checked={checked} onChange={onChange} />
      {stroke && (
        <span aria-hidden="true" className="hidden text-muted text-xs tabular-nums lg:inline">
          {stroke}
        </span>
      )}
      {children}
    </label>
  )
}
