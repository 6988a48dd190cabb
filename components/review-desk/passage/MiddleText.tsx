import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { BoundaryList } from './BoundaryList'
import { Passage } from './Passage'
import { passageSpan } from './passage-span'
import { SideBySide } from './SideBySide'

const { passage: texts } = deskTexts

/** The passage of the text, one way or the other. Whoever writes needs the one text. */
export function MiddleText({ review }: { review: Review }) {
  const { view, layout, groups, writing, slice, isWriting } = review
  const passage = passageSpan(view)
  const isBeside = layout.reading === 'beside' && passage !== null && !isWriting
  return (
    <section aria-label={texts.label} className="review-text">
      <div className="desk-scroller review-scroller">
        {isBeside && passage ? (
          <SideBySide {...{ view, groups, passage, slice }} codes={writing.codes} />
        ) : (
          <Passage review={review} />
        )}
      </div>
      <BoundaryList review={review} />
    </section>
  )
}
