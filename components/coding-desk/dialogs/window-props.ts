import type { Desk } from '../use-desk'

/** What every window over the desk is given. */
export interface WindowProps {
  desk: Desk
  onClose(): void
}
