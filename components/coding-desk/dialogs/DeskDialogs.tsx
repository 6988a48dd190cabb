import type { CodingView } from '@/lib/coding/coding-view'
import type { Desk } from '../use-desk'
import { KeysDialog } from './KeysDialog'
import { RefusedDialog } from './RefusedDialog'
import { SubmitDialog } from './SubmitDialog'

/** The one window that is open over the desk, if any. */
export function DeskDialogs({ view, desk }: { view: CodingView; desk: Desk }) {
  const { annotations, codes, dialog, outbox, quoteOf, snapshot, setDialog, positions } = desk
  const onClose = () => setDialog(null)
  if (dialog === 'keys') return <KeysDialog keys={desk.keys} codes={desk.spanCodes} onClose={onClose} />
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
  if (dialog === 'refused' && snapshot.refused.length > 0) {
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
