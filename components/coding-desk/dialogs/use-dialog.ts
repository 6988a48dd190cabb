import { useEffect, useState } from 'react'
import type { OutboxSnapshot } from '../outbox/snapshot'
import type { Desk } from '../use-desk'

export type OpenDialog =
  | 'submit'
  | 'keys'
  | 'palette'
  | 'recode'
  | 'duplicate'
  | 'refused'
  | 'clashes'
  | 'sign-in'
  | 'ask-lead'
  | 'not-eligible'
  | 'reopen'
  | null

/** What every window over the desk is given. */
export interface WindowProps {
  desk: Desk
  onClose(): void
}

/** The window that is open over the desk. One on something that is settled by now closes by itself, and stays closed. */
export function useDialog({ refused, clashes }: Pick<OutboxSnapshot, 'refused' | 'clashes'>) {
  const [asked, setDialog] = useState<OpenDialog>(null)
  const isSettled = (asked === 'refused' && refused.length === 0) || (asked === 'clashes' && clashes.length === 0)
  useEffect(() => {
    if (isSettled) setDialog(null)
  }, [isSettled])
  return { dialog: isSettled ? null : asked, setDialog }
}
