import type { LucideIcon } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'

interface HeaderMenuProps {
  icon: LucideIcon
  /** What stands on its button. */
  name: string
  /** What it is about, for screen readers. */
  label: string
  /** What is said beside the name, e.g. that something is hidden. */
  badge?: string | null
  children: ReactNode
}

/** A button of the desk's header that opens a small window of choices below it. */
export function HeaderMenu({ icon: Icon, name, label, badge = null, children }: HeaderMenuProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-2.5 hover:bg-sunken sm:min-h-9">
        <Icon aria-hidden="true" className="size-5 md:size-4" />
        <span className="sr-only md:not-sr-only">{name}</span>
        {badge !== null && (
          <span className="hidden rounded bg-warning-soft px-1.5 text-sm text-warning md:inline">{badge}</span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          data-desk-menu=""
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-[var(--radix-popover-content-available-height)] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-surface px-4 py-3 shadow-lg"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
