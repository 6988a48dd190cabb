import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { staleChanges } from './stale-changes'

const { notice: texts } = deskTexts

/** What is no longer as it was when this was decided. */
export function StaleNews({ review }: { review: Review }) {
  const changes = staleChanges(review.view, review.slice)
  if (changes.length === 0) return null
  return (
    <>
      <p className="mt-1 text-muted">{texts.since}</p>
      <ul className="ms-4 list-disc marker:text-muted">
        {changes.map((change) => (
          <li key={change} dir="auto">
            {change}
          </li>
        ))}
      </ul>
    </>
  )
}
