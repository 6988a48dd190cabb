import { BookOpen, ChevronDown, ChevronLeft, ChevronUp, List, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { queuePath } from '../../review-queue/filters'
import { undoesWriting } from '../keyboard/review-commands'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { header: texts } = deskTexts

interface IconProps {
  label: string
  command?: string | undefined
  disabled?: boolean
  isPressed?: boolean
  className?: string
  onClick(): void
  children: ReactNode
}

function Icon({
  label,
  command,
  disabled = false,
  isPressed,
  className = 'inline-flex',
  onClick,
  children,
}: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={command ? `${label} (${command})` : label}
      aria-keyshortcuts={command}
      aria-pressed={isPressed}
      disabled={disabled}
      onClick={onClick}
      className={`${className} size-11 shrink-0 items-center justify-center rounded-md text-ink hover:bg-sunken disabled:opacity-35 sm:size-9 ${isPressed ? 'bg-accent-soft' : ''}`}
    >
      {children}
    </button>
  )
}

/** Where the reviewer is, how much is left, and the ways on and back. */
export function ReviewHeader({ review }: { review: Review }) {
  const { view, studyId, filters, state, keys, layout } = review
  const stroke = (id: string) => keys.keysOf(id)[0]
  const icon = 'size-5'
  const isStep = undoesWriting(review)
  return (
    <header className="flex items-center gap-x-1 border-line border-b bg-surface px-2 py-1.5 sm:gap-x-2 sm:px-4">
      <Link
        href={queuePath(studyId, filters)}
        className="inline-flex min-h-11 shrink-0 items-center gap-1 pe-2 text-accent no-underline hover:underline sm:min-h-9"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {texts.back}
      </Link>
      <Icon
        label={layout.queueOpen ? texts.hideQueue : texts.showQueue}
        command={stroke('review-queue')}
        isPressed={layout.queueOpen}
        className="hidden lg:inline-flex"
        onClick={layout.toggleQueue}
      >
        <List aria-hidden="true" className={icon} />
      </Icon>
      <h1 className="min-w-0 flex-1 truncate text-base" dir="auto">
        <span className="font-semibold">{texts.text(view.document.number, view.document.title)}</span>
      </h1>
      <p className="shrink-0 whitespace-nowrap text-muted text-sm tabular-nums" title={texts.leftLong(state.left)}>
        {texts.left(state.left)}
      </p>
      <nav className="flex shrink-0">
        <Icon
          label={texts.previous}
          command={stroke('review-previous')}
          disabled={view.previousId === null}
          onClick={() => void review.go('previous')}
        >
          <ChevronUp aria-hidden="true" className={icon} />
        </Icon>
        <Icon
          label={texts.next}
          command={stroke('review-next')}
          disabled={view.nextId === null}
          onClick={() => void review.go('next')}
        >
          <ChevronDown aria-hidden="true" className={icon} />
        </Icon>
      </nav>
      <Icon
        label={isStep ? texts.undoStep : texts.undo}
        command={stroke('review-undo')}
        disabled={!isStep && (state.done.length === 0 || !view.may.decide)}
        onClick={() => review.runById('review-undo')}
      >
        <Undo2 aria-hidden="true" className={icon} />
      </Icon>
      <Icon
        label={deskTexts.panel.open}
        isPressed={layout.panelOpen}
        className="inline-flex lg:hidden"
        onClick={() => layout.set({ panelOpen: !layout.panelOpen })}
      >
        <BookOpen aria-hidden="true" className={icon} />
      </Icon>
      <button
        type="button"
        className="hidden min-h-9 shrink-0 rounded-md px-3 hover:bg-sunken md:block"
        onClick={() => review.setDialog('keys')}
      >
        {texts.keys}
      </button>
    </header>
  )
}
