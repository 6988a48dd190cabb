import { differingStretches } from '../compare/differing-words'
import { visibleWords } from '../compare/visible-words'
import { compareTexts } from '../texts/compare-texts'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

/** What only some readings cover, in words: the same that is hatched in the text, to the character. */
export function BoundaryList({ review }: { review: Review }) {
  const { groups, slice } = review
  const stretches = groups.flatMap(differingStretches)
  if (stretches.length === 0) return null
  return (
    <ul aria-label={deskTexts.passage.differences} className="boundary-list">
      {stretches.map((stretch) => (
        <li key={`${stretch.start} ${stretch.has.join()}`}>
          <span className="text-muted">{compareTexts.onlyNames(stretch.has.join(', '))}</span>{' '}
          <span dir="auto" className="differing font-serif">
            {compareTexts.shortOnly(visibleWords(slice(stretch)))}
          </span>
        </li>
      ))}
    </ul>
  )
}
