import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { BoundaryList } from './BoundaryList'
import { Passage } from './Passage'
import { excerptSpan } from './passage-span'
import { SideBySide } from './SideBySide'

const { passage: texts } = deskTexts

/** The passage of the text, one way or the other. Whoever writes needs the one text. */
export function MiddleText({ review }: { review: Review }) {
  const { view, layout, groups, writing, slice, isWriting } = review
  const passage = excerptSpan(view)
  const isBeside = layout.reading === 'beside' && passage !== null && !isWriting
  return (
    <section aria-label={texts.label} className="review-text">
      {isBeside && passage ? (
        // Focusable, so that the arrow keys can scroll it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as said above
        <section aria-label={texts.beside} tabIndex={0} className="review-scroller">
          <SideBySide {...{ view, groups, passage, slice }} codes={writing.codes} />
        </section>
      ) : (
        <div className="desk-scroller review-scroller">
          <Passage review={review} />
        </div>
      )}
      <BoundaryList review={review} />
    </section>
  )
}
