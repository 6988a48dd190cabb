import type { ComponentProps, ReactNode } from 'react'

/** A box to tick with its words beside it; the whole line can be pressed. */
export function Checkbox({ label, hint, ...rest }: { label: ReactNode; hint?: string } & ComponentProps<'input'>) {
  return (
    <label className="flex min-h-11 items-start gap-2.5 py-2 sm:min-h-0 sm:py-1">
      <input type="checkbox" className="mt-1 size-4.5 shrink-0 accent-accent" {...rest} />
      {/* The line's baseline is that of its words; else it would be the bottom of the box, and the words sit too high. */}
      <span className="self-baseline">
        {label}
        {hint && <span className="block text-base text-muted">{hint}</span>}
      </span>
    </label>
  )
}
