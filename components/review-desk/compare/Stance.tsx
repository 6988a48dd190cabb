import type { ReadingView } from '@/lib/coding/review/review-view'
import { compareTexts as texts } from '../texts/compare-texts'

/** What the coder of a reading says in the discussion: that it stays, or that another one is right. */
export function Stance({ reading: { letter, stance } }: { reading: Pick<ReadingView, 'letter' | 'stance'> }) {
  if (stance === null) return null
  return <span className="stance">{texts.stance(stance, letter)}</span>
}
