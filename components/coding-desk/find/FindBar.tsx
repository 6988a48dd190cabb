import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { bringIntoSight, rangeOf } from '../reading/sight'
import { findTexts as texts } from '../texts/find-texts'
import type { Desk } from '../use-desk'
import { leaveFind } from './leave-find'

function Step({ label, onClick, children }: { label: string; onClick(): void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-11 items-center justify-center rounded-md hover:bg-sunken sm:size-9"
    >
      {children}
    </button>
  )
}

/** Looks for words in the article. Leaving it with Esc selects what was found, ready to be coded. */
export function FindBar({ desk }: { desk: Desk }) {
  const { find, editor, positions } = desk
  const input = useRef<HTMLInputElement>(null)
  const span = find.found[find.at]
  useEffect(() => input.current?.select(), [])
  useEffect(() => {
    // Here: the bar itself takes room from the text.
    if (editor && span) bringIntoSight(rangeOf(editor, positions, span))
  }, [editor, positions, span])
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    find.step(event.shiftKey ? -1 : 1)
  }
  return (
    <form
      aria-label={texts.label}
      data-find=""
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-wrap items-center gap-2 border-line border-b bg-surface px-3 py-1.5 sm:px-5"
    >
      <label className="flex min-w-0 flex-1 items-center gap-2 sm:flex-none">
        <span className="text-muted text-sm">{texts.label}</span>
        <input
          ref={input}
          type="search"
          value={find.query}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          className="min-h-11 w-full rounded-md border border-edge bg-surface px-3 sm:min-h-9 sm:w-64"
          onChange={(event) => find.search(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <p role="status" className="text-muted text-sm tabular-nums">
        {find.query.trim() && texts.found(find.at + 1, find.found.length, find.isCut)}
      </p>
      <div className="flex">
        <Step label={texts.previous} onClick={() => find.step(-1)}>
          <ChevronUp aria-hidden="true" className="size-5" />
        </Step>
        <Step label={texts.next} onClick={() => find.step(1)}>
          <ChevronDown aria-hidden="true" className="size-5" />
        </Step>
        <Step label={texts.close} onClick={() => leaveFind(desk)}>
          <X aria-hidden="true" className="size-5" />
        </Step>
      </div>
    </form>
  )
}
