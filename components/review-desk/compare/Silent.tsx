import type { ReadingView } from '@/lib/coding/review/review-view'
import { ReadingName } from '../passage/ReadingName'
import { compareTexts as texts } from '../texts/compare-texts'
import { Stance } from './Stance'

/** Readings that have nothing here: parties all the same. */
export function Silent({ readings }: { readings: readonly ReadingView[] }) {
  if (readings.length === 0) return null
  return (
    <ul className="grid gap-1">
      {readings.map((reading) => (
        <li key={reading.letter} className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <ReadingName reading={reading} />
          <span>{reading.nothingToCode ? texts.nothingToCode : texts.nothing}</span>
          {reading.ineligible !== null && (
            <span dir="auto" className="text-muted">
              {texts.ineligible(reading.ineligible)}
            </span>
          )}
          <Stance reading={reading} />
        </li>
      ))}
    </ul>
  )
}
