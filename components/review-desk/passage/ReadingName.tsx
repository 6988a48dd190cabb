import type { ReadingView } from '@/lib/coding/review/review-view'

/** The letter of a reading, and who it is where names are shown. */
export function ReadingName({ reading }: { reading: Pick<ReadingView, 'letter' | 'coder'> }) {
  const { letter, coder } = reading
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span className="reading-letter">{letter}</span>
      {coder && (
        <span className="font-normal text-muted text-sm" dir="auto">
          {coder.pseudonym} {coder.name}
        </span>
      )}
    </span>
  )
}
