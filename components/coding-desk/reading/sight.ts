import type { Editor } from '@tiptap/react'
import type { Span } from '@/lib/text/spans'
import type { Positions } from './positions'

/** The stretch of the page on which a span is drawn. */
export function rangeOf({ view }: Editor, positions: Positions, span: Span): Range {
  const range = document.createRange()
  const [from, to] = [positions.toPosition(span.start), positions.toPosition(span.end)].map((at) => view.domAtPos(at))
  if (from) range.setStart(from.node, from.offset)
  if (to) range.setEnd(to.node, to.offset)
  return range
}

/** Scrolls a stretch into the upper third of the window of the text, unless it is in sight. */
export function bringIntoSight(range: Range): void {
  const scroller = document.querySelector('.desk-scroller')
  if (!scroller) return
  const window = scroller.getBoundingClientRect()
  const place = range.getBoundingClientRect()
  if (place.top >= window.top && place.bottom <= window.bottom) return
  scroller.scrollBy({ top: place.top - window.top - window.height / 3, behavior: 'instant' })
}

/** Scrolls an annotation into sight: the part of it that can be seen already, or else where it begins. */
export function bringMarkIntoSight(page: HTMLElement, id: string): void {
  const marks = [...page.querySelectorAll(`mark[data-annotation="${id}"]`)]
  const window = page.closest('.desk-scroller')?.getBoundingClientRect()
  const seen = marks.find((mark) => {
    const { top, bottom } = mark.getBoundingClientRect()
    return window && bottom > window.top && top < window.bottom
  })
  const mark = seen ?? marks[0]
  mark?.scrollIntoView({ block: 'nearest' })
}
