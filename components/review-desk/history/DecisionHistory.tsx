import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { DecisionCard } from './DecisionCard'

const { history: texts } = deskTexts

/** Every decision on this cluster, the one in force first: none is ever overwritten. */
export function DecisionHistory({ review }: { review: Review }) {
  const { decision, history } = review.view
  const earlier = history.filter(({ id }) => id !== decision?.id)
  if (!decision && earlier.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="text-muted text-sm">{texts.title}</h2>
      {decision && (
        <DecisionCard
          review={review}
          decision={decision}
          standing={review.view.state === 'stale' ? texts.stale : texts.current}
        />
      )}
      {earlier.map((one) => (
        <DecisionCard key={one.id} review={review} decision={one} />
      ))}
    </section>
  )
}
