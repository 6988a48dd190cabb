import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { holdStill } from '../questions/hold-still'
import { deskTexts } from '../texts/desk-texts'
import { useTopAtNews } from '../use-top-at-news'

interface PanelProps {
  /** What stands in the one line that is left of the panel on a phone. */
  summary: ReactNode
  /** Opens the sheet on a phone whenever it changes to something. */
  subject: string | null
  /** What the panel is about: it begins at its top whenever that changes. */
  inHand: string | null
  /** Stands beside that line. */
  aside: ReactNode
  /** Whether the foot takes the whole sheet of a phone. */
  isCovered: boolean
  /** Stays at the foot while the rest is scrolled. */
  foot: ReactNode
  children: ReactNode
}

/** Beside the text on a wide screen; on a phone a sheet from below that never covers the text. */
export function Panel({ summary, subject, inHand, aside, isCovered, foot, children }: PanelProps) {
  // What the coder chose counts for the subject it was chosen at; a new one opens the sheet again.
  const [chosen, setChosen] = useState<{ subject: string | null; isOpen: boolean } | null>(null)
  const isOpen = chosen?.subject === subject ? chosen.isOpen : subject !== null
  const Icon = isOpen ? ChevronDown : ChevronUp
  const content = useRef<HTMLDivElement>(null)
  useTopAtNews(content, inHand)
  return (
    <aside
      aria-label={deskTexts.panel.label}
      className="desk-part flex min-h-0 flex-col border-line border-t bg-surface lg:w-[23rem] lg:shrink-0 xl:w-[26rem] lg:border-s lg:border-t-0"
    >
      <div className="flex lg:hidden">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setChosen({ subject, isOpen: !isOpen })}
          className="flex min-h-11 min-w-0 flex-1 items-center justify-between gap-3 px-4 text-start text-sm"
        >
          <span className="min-w-0 truncate py-2 font-semibold">{summary}</span>
          <span className="flex shrink-0 items-center gap-1 text-accent">
            {isOpen ? deskTexts.panel.close : deskTexts.panel.open}
            <Icon aria-hidden="true" className="size-4" />
          </span>
        </button>
        {aside}
      </div>
      <div className={`min-h-0 flex-col lg:flex lg:max-h-none lg:flex-1 ${isOpen ? 'flex max-h-[42dvh]' : 'hidden'}`}>
        <div
          ref={content}
          {...holdStill}
          className={`min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-4 lg:block lg:px-5 lg:py-4 ${
            isCovered ? 'hidden' : ''
          }`}
        >
          {children}
        </div>
        {foot}
      </div>
    </aside>
  )
}
