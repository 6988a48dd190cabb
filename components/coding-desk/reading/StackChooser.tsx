import { Popover } from 'radix-ui'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { shortQuote } from '../annotations/desk-annotations'
import type { DeskAnnotation } from '../annotations/edits'
import { CodeName } from '../codes/CodeName'
import type { MarkingDesk } from '../marking-desk'
import { lacksDetails } from '../questions/required'
import { deskTexts } from '../texts/desk-texts'
import { readingTexts } from '../texts/reading-texts'

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  items[(at + by + items.length) % items.length]?.focus()
}

function Item({ desk, annotation }: { desk: MarkingDesk; annotation: DeskAnnotation }) {
  const { codes, codebook, selected, stackIds, quoteOf, pick, focusText } = desk
  const code = codes.get(annotation.value.code)
  const isChosen = annotation.id === selected?.id
  function choose(): void {
    pick(annotation.id, stackIds)
    focusText()
  }
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen}
        onClick={choose}
        className="grid min-h-11 w-full gap-0.5 rounded-md border-2 border-transparent px-2 py-1 text-start hover:bg-sunken aria-[current=true]:border-accent"
      >
        <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
          {code ? <CodeName code={code} /> : annotation.value.code}
          {lacksDetails(codebook, annotation.value) && <span className="text-warning">{deskTexts.panel.missing}</span>}
        </span>
        <span dir="auto" className="truncate font-serif text-muted text-sm">
          {shortQuote(quoteOf(annotation), 60)}
        </span>
      </button>
    </li>
  )
}

/** At words with several annotations: which lie there, the innermost first, to choose from. */
export function StackChooser({ desk }: { desk: MarkingDesk }) {
  const { offer, withdraw, stackIds, annotationOf, focusText } = desk
  const list = useRef<HTMLUListElement>(null)
  const stack = stackIds.flatMap((id) => annotationOf(id) ?? [])
  useEffect(() => {
    if (!offer) return
    const scroller = document.querySelector('.desk-scroller')
    // Choosing scrolls the words into sight by itself, at once; later it is the coder who scrolls away from them.
    const timer = setTimeout(() => scroller?.addEventListener('scroll', withdraw, { once: true }), 200)
    return () => {
      clearTimeout(timer)
      scroller?.removeEventListener('scroll', withdraw)
    }
  }, [offer, withdraw])
  if (!offer || stack.length < 2) return null
  const { left, top, bottom } = offer.place
  const anchor = { getBoundingClientRect: () => new DOMRect(left, top, 0, bottom - top) }
  return (
    <Popover.Root open onOpenChange={withdraw}>
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Portal>
        <Popover.Content
          data-desk-menu=""
          aria-label={readingTexts.stack.label(stack.length)}
          side="bottom"
          align="start"
          sideOffset={14}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (offer.byKey) list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus()
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={focusText}
          onKeyDown={moveFocus}
          className="z-40 w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface p-1.5 shadow-lg"
        >
          <p className="px-2 py-1 text-muted text-sm">{readingTexts.stack.label(stack.length)}</p>
          <ul ref={list} className="max-h-72 overflow-y-auto">
            {stack.map((annotation) => (
              <Item key={annotation.id} desk={desk} annotation={annotation} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
