import type { ComponentProps } from 'react'

export type Kind = 'primary' | 'secondary' | 'quiet' | 'danger'

const shape =
  'inline-flex items-center justify-center gap-2 rounded-md text-center font-semibold no-underline transition-colors duration-100 min-h-11 sm:min-h-10 disabled:opacity-60'

const looks: Record<Kind, string> = {
  primary: 'bg-accent px-4 text-on-accent hover:bg-accent-strong',
  secondary: 'px-4 border border-edge bg-surface text-ink hover:border-ink',
  quiet: 'text-accent underline-offset-4 hover:underline',
  danger: 'px-4 border border-danger text-danger hover:bg-danger-soft',
}

/** The classes of a button, for what must be a link or a trigger. */
export function buttonLook(kind: Kind = 'secondary'): string {
  return `${shape} ${looks[kind]}`
}

/** A button that says what happens. */
export function Button({ kind, className = '', type = 'button', ...rest }: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type={type} className={`${buttonLook(kind)} ${className}`} {...rest} />
}
