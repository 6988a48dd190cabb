import { readingTexts } from '../texts/reading-texts'

const { show: texts } = readingTexts

/** Says above the text that some of the work is out of sight, and brings it back. */
export function HiddenNote({ count, onShowAll }: { count: number; onShowAll(): void }) {
  if (count === 0) return null
  return (
    <p className="sticky top-0 z-10 flex flex-wrap items-center gap-x-3 border-line border-b bg-surface px-5 py-1 text-muted text-sm">
      {texts.hidden(count)}
      <button type="button" className="min-h-11 text-accent hover:underline sm:min-h-8" onClick={onShowAll}>
        {texts.showAll}
      </button>
    </p>
  )
}
