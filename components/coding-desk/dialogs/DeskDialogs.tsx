import type { CodingView } from '@/lib/coding/coding-view'
import { takeTheirs } from '../outbox/clash'
import { PaletteDialog } from '../palette/PaletteDialog'
import type { Desk } from '../use-desk'
import { ClashDialog } from './ClashDialog'
import { KeysDialog } from './KeysDialog'
import { RefusedDialog } from './RefusedDialog'
import { SignInDialog } from './SignInDialog'
import { SubmitDialog } from './SubmitDialog'

/** The one window that is open over the desk, if any. */
export function DeskDialogs({ view, desk }: { view: CodingView; desk: Desk }) {
  const { annotations, codes, dialog, outbox, quoteOf, snapshot, setDialog, positions } = desk
  const onClose = () => setDialog(null)
  if (dialog === 'keys') return <KeysDialog desk={desk} onClose={onClose} />
  if (dialog === 'palette' || dialog === 'recode' || dialog === 'duplicate') {
    return <PaletteDialog desk={desk} kind={dialog} onClose={onClose} />
  }
  if (dialog === 'submit') {
    return (
      <SubmitDialog
        {...{ annotations, codes, quoteOf, onClose }}
        codebook={view.codebook}
        waiting={snapshot.save.kind === 'saved' ? 0 : snapshot.save.waiting}
        refused={snapshot.refused.length}
        onPick={(id) => {
          onClose()
          desk.pick(id)
        }}
        onSubmit={(nothingToCode) => {
          onClose()
          desk.pick(null)
          outbox.submit(nothingToCode)
        }}
      />
    )
  }
  if (dialog === 'sign-in') {
    return (
      <SignInDialog
        codingId={view.codingId}
        onSignedIn={() => {
          outbox.retry()
          onClose()
        }}
        onClose={onClose}
      />
    )
  }
  if (dialog === 'clashes') {
    return (
      <ClashDialog
        clashes={snapshot.clashes}
        codes={codes}
        codebook={view.codebook}
        slice={(span) => positions.slice(span)}
        onKeep={({ rowId }) => outbox.lookedAt(rowId)}
        onTake={(clash) => {
          desk.commit(takeTheirs(clash, snapshot.rows))
          outbox.lookedAt(clash.rowId)
        }}
        onClose={onClose}
      />
    )
  }
  if (dialog === 'refused') {
    return (
      <RefusedDialog
        codingId={view.codingId}
        records={snapshot.refused}
        codes={codes}
        slice={(span) => positions.slice(span)}
        onSettle={(record, how) => void outbox.settle(record, how)}
        onClose={onClose}
      />
    )
  }
  return null
}
