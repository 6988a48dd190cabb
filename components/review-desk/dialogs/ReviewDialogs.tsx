import type { Review } from '../use-review'
import { ConflictDialog } from './ConflictDialog'
import { ReviewKeys } from './ReviewKeys'
import { ReviewPalette } from './ReviewPalette'

/** The one window that is open over the desk, if any: a conflict goes before everything. */
export function ReviewDialogs({ review }: { review: Review }) {
  const { dialog, setDialog, state } = review
  const close = () => setDialog(null)
  if (state.conflict) return <ConflictDialog review={review} conflict={state.conflict} />
  if (dialog === 'keys') return <ReviewKeys review={review} onClose={close} />
  if (dialog === 'issue') return null
  return dialog && <ReviewPalette review={review} kind={dialog} onClose={close} />
}
