import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { deskTexts } from '../texts/desk-texts'

interface DeskDialogProps {
  title: string
  onClose(): void
  /** May take the focus when it has closed; where it does not (false), what had it before has it again. */
  onLeave?: (() => boolean) | undefined
  children: ReactNode
}

/** Where there is something to write, writing begins there: the button that closes comes first in the page. */
function enterField(event: Event): void {
  const field = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>(
    'textarea, input:is(:not([type]), [type=text], [type=email], [type=search], [role=combobox])',
  )
  if (!field) return
  event.preventDefault()
  field.focus()
}

/** A window over the desk; Esc closes it and the focus goes back to where it was, unless it is taken elsewhere. */
export function DeskDialog({ title, onClose, onLeave, children }: DeskDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={enterField}
          onCloseAutoFocus={(event) => onLeave?.() && event.preventDefault()}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-y-auto rounded-t-xl border border-line bg-surface p-5 shadow-xl sm:inset-x-4 sm:top-1/2 sm:bottom-auto sm:mx-auto sm:max-w-lg sm:-translate-y-1/2 sm:rounded-xl sm:p-6"
        >
          <div className="mb-3 flex items-start justify-between gap-4">
            <Dialog.Title className="font-semibold text-xl">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={deskTexts.keys.close}
              className="-me-2 -mt-2 inline-flex size-11 items-center justify-center rounded-md hover:bg-sunken"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
