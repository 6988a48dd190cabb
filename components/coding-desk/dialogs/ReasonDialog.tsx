import { WriteDialog } from './WriteDialog'

interface ReasonDialogProps {
  texts: { title: string; explain: string; reason: string; confirm: string }
  onConfirm(reason: string): Promise<void>
  onClose(): void
  /** May take the focus when it has closed. */
  onLeave?: () => boolean
}

/** Asks for a reason before something is done that the lead will see. */
export function ReasonDialog({ texts, onConfirm, onClose, onLeave }: ReasonDialogProps) {
  const { title, explain, reason, confirm } = texts
  return (
    <WriteDialog title={title} label={reason} confirm={confirm} onSend={onConfirm} {...{ onClose, onLeave }}>
      <p className="text-muted">{explain}</p>
    </WriteDialog>
  )
}
