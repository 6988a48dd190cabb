import { ChevronLeft, ChevronRight, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CodingView } from '@/lib/coding/coding-view'
import { deskPath } from '../flow/desk-path'
import { deskTexts } from '../texts/desk-texts'

const { header: texts } = deskTexts

const icon =
  'inline-flex size-11 items-center justify-center rounded-md text-ink hover:bg-sunken disabled:opacity-35 sm:size-9'

function Neighbour({ view, to, label }: { view: CodingView; to: 'previous' | 'next'; label: string }) {
  const id = to === 'previous' ? view.previousId : view.nextId
  const Icon = to === 'previous' ? ChevronLeft : ChevronRight
  if (!id) return null
  return (
    <Link href={deskPath(view.studyId, id)} className={icon} data-article={to} aria-label={label} title={label}>
      <Icon aria-hidden="true" className="size-5" />
    </Link>
  )
}

interface DeskHeaderProps {
  view: CodingView
  status: ReactNode
  /** Choices of how the text is shown. */
  menus: ReactNode
  /** Absent where the coding can no longer change. */
  editing?: { canUndo: boolean; canRedo: boolean; onUndo(): void; onRedo(): void; onKeys(): void; onSubmit(): void }
}

type Editing = NonNullable<DeskHeaderProps['editing']>

function Travel({ canUndo, canRedo, onUndo, onRedo }: Editing) {
  return (
    <>
      <button
        type="button"
        className={icon}
        disabled={!canUndo}
        onClick={onUndo}
        aria-label={texts.undo}
        title={texts.undo}
      >
        <Undo2 aria-hidden="true" className="size-5" />
      </button>
      <button
        type="button"
        className={icon}
        disabled={!canRedo}
        onClick={onRedo}
        aria-label={texts.redo}
        title={texts.redo}
      >
        <Redo2 aria-hidden="true" className="size-5" />
      </button>
    </>
  )
}

function Finish({ onKeys, onSubmit }: Editing) {
  return (
    <>
      <button type="button" className="hidden min-h-9 rounded-md px-3 hover:bg-sunken md:block" onClick={onKeys}>
        {texts.keys}
      </button>
      <button
        type="button"
        className="min-h-11 whitespace-nowrap rounded-md bg-accent px-4 font-semibold text-on-accent hover:bg-accent-strong sm:min-h-9"
        onClick={onSubmit}
      >
        {texts.submit}
      </button>
    </>
  )
}

/** Where the coder is, where the work stands, and what to do when done. */
export function DeskHeader({ view, status, menus, editing }: DeskHeaderProps) {
  const { index, of } = view.position
  return (
    <header className="desk-part flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-surface px-3 py-1.5 sm:px-5">
      <Link
        href={`/studies/${view.studyId}`}
        className="inline-flex min-h-11 items-center gap-1 text-accent no-underline hover:underline sm:min-h-9"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {texts.back}
      </Link>
      <div className="order-last flex min-w-0 basis-full items-center gap-1 md:order-none md:flex-1 md:basis-0">
        <h1 className="me-1 min-w-0 flex-1 truncate text-base md:flex-initial">
          <span className="text-muted">
            {texts.place(index, of)}
            {' · '}
          </span>
          <span className="font-semibold">{view.document.title || deskTexts.text.untitled}</span>
        </h1>
        <nav className="hidden shrink-0 md:flex">
          <Neighbour view={view} to="previous" label={texts.previous} />
          <Neighbour view={view} to="next" label={texts.next} />
        </nav>
        <div className="flex shrink-0 md:hidden">
          {menus}
          {editing && <Travel {...editing} />}
        </div>
      </div>
      <div className="flex flex-1 shrink-0 items-center justify-end md:flex-none">{status}</div>
      <div className="hidden shrink-0 md:flex">{editing && <Travel {...editing} />}</div>
      <div className="hidden shrink-0 md:flex">{menus}</div>
      {editing && <Finish {...editing} />}
    </header>
  )
}
