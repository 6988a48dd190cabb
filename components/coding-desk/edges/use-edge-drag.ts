import { type PointerEvent, useEffect, useRef } from 'react'
import type { DeskAnnotation } from '../annotations/edits'
import { sameValue } from '../annotations/same-value'
import { wordsAt } from '../commands/edge-commands'
import type { MarkingDesk } from '../marking-desk'
import { dragEdge, type Edge, type Moved } from '../shaping/edges'
import { reshape } from '../shaping/shape-edits'
import { markingTexts } from '../texts/marking-texts'
import { aimOf, type Hold } from './aim'

/** An edge nearer to the upper or lower end of the text's window than this makes the text scroll; pixels. */
const scrollZone = 20
const scrollStep = 6

/** An edge in the hand. */
interface Drag {
  edge: Edge
  /** From the pointer to the edge, in pixels. */
  dx: number
  hold: Hold
  /** How far the text was scrolled then. */
  scrolled: number
  /** A finger stays beside what it drags: it would cover the words. */
  isFinger: boolean
  pointer: { x: number; y: number }
  moved: Moved | null
}

const scroller = () => document.querySelector('.desk-scroller')

/** The height in the text that the pointer means now. */
function aimNow({ hold, scrolled, isFinger, pointer }: Drag): number {
  if (isFinger) return pointer.y + hold.line - hold.pointer
  const by = (scroller()?.scrollTop ?? 0) - scrolled
  return aimOf(pointer.y, { pointer: hold.pointer - by, line: hold.line - by })
}

/** The code point under a place on the screen; null outside of the text. */
function offsetAt({ editor, positions }: MarkingDesk, x: number, y: number): number | null {
  const at = editor?.view.posAtCoords({ left: x, top: y })
  return at ? positions.toCodePoint(at.pos) : null
}

function scrollFor(element: Element | null, y: number): boolean {
  if (!element) return false
  const { top, bottom } = element.getBoundingClientRect()
  const by = y < top + scrollZone ? -scrollStep : y > bottom - scrollZone ? scrollStep : 0
  const before = element.scrollTop
  element.scrollTop += by
  return element.scrollTop !== before
}

/** Dragging an edge of an annotation with mouse, pen or finger: shown while it lasts, one edit when it is let go. */
export function useEdgeDrag(desk: MarkingDesk, annotation: DeskAnnotation) {
  const drag = useRef<Drag | null>(null)
  const frame = useRef(0)
  const latest = useRef({ desk, annotation })
  latest.current = { desk, annotation }

  function follow(): void {
    const { current } = drag
    if (!current) return
    const { desk: now, annotation: dragged } = latest.current
    const offset = offsetAt(now, current.pointer.x + current.dx, aimNow(current))
    if (offset === null) return
    const { segments } = dragged.value
    const moved = dragEdge(segments, current.edge, offset, now.places, now.settings.wholeWords)
    if (!moved || sameValue(moved, current.moved)) return
    current.moved = moved
    now.setPreview({ id: dragged.id, segments: moved.segments })
    now.holdEdge(dragged.id, moved.edge)
  }

  function scrollOn(): void {
    const { current } = drag
    if (!current) return
    if (scrollFor(scroller(), aimNow(current))) follow()
    frame.current = requestAnimationFrame(scrollOn)
  }

  function stop(): Drag | null {
    const { current } = drag
    drag.current = null
    cancelAnimationFrame(frame.current)
    if (current) latest.current.desk.setPreview(null)
    return current
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the annotation is let go of
  useEffect(() => () => void stop(), [])

  return {
    start: (event: PointerEvent<HTMLElement>, edge: Edge) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      const box = event.currentTarget.getBoundingClientRect()
      const pointer = { x: event.clientX, y: event.clientY }
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
      drag.current = {
        ...{ edge, dx: middle.x - pointer.x, hold: { pointer: pointer.y, line: middle.y }, pointer, moved: null },
        scrolled: scroller()?.scrollTop ?? 0,
        isFinger: event.pointerType === 'touch',
      }
      desk.holdEdge(annotation.id, edge)
      frame.current = requestAnimationFrame(scrollOn)
    },
    move: (event: PointerEvent<HTMLElement>) => {
      if (!drag.current) return
      drag.current.pointer = { x: event.clientX, y: event.clientY }
      follow()
    },
    end: () => {
      const ended = stop()
      const moved = ended?.moved
      if (!moved || sameValue(moved.segments, annotation.value.segments)) return
      const edit = reshape(annotation, moved.segments)
      desk.commit([edit])
      const after = { ...annotation, value: edit.after ?? annotation.value }
      desk.say(markingTexts.say.edge(moved.edge.side, wordsAt(after, moved.edge, desk)))
    },
    cancel: () => void stop(),
  }
}
