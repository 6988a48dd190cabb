import { Button } from '@/components/ui/button'
import { DeskDialog } from '../../coding-desk/dialogs/DeskDialog'
import { DecisionCard } from '../history/DecisionCard'
import type { ReviewState } from '../state/review-state'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { DraftCard } from './DraftCard'

const { conflict: texts } = deskTexts

interface ConflictDialogProps {
  review: Review
  conflict: NonNullable<ReviewState['conflict']>
}

/** Somebody decided first: both stand side by side, and the reviewer says whose decision holds. */
export function ConflictDialog({ review, conflict }: ConflictDialogProps) {
  const { store, deciding } = review
  const { decision } = conflict
  function settle(): void {
    store.dispatch({ type: 'settled' })
  }
  /** The draft stays: whoever looks again may go on with it. */
  function look(): void {
    settle()
    void deciding.readAgain()
  }
  function keep(): void {
    settle()
    review.leaveAsDecided()
  }
  return (
    <DeskDialog title={texts.title} onClose={look}>
      <p className="mb-4 text-muted">{decision ? texts.explain : texts.changed}</p>
      {decision && (
        <div className="mb-5 grid gap-4 sm:grid-cols-2">
          <section className="grid content-start gap-2">
            <h3 className="font-semibold">{texts.theirs(decision.by)}</h3>
            <DecisionCard review={review} decision={decision} />
          </section>
          <section className="grid content-start gap-2">
            <h3 className="font-semibold">{texts.mine}</h3>
            <DraftCard review={review} />
          </section>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={look}>{texts.look}</Button>
        {decision && (
          <>
            <Button
              onClick={() => {
                settle()
                void review.decide(decision.id)
              }}
            >
              {texts.supersede}
            </Button>
            <Button kind="primary" onClick={keep}>
              {texts.keep}
            </Button>
          </>
        )}
      </div>
    </DeskDialog>
  )
}
