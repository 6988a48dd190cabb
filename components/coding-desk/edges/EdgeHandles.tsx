import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Segment } from '@/lib/coding/annotation'
import type { DeskAnnotation } from '../annotations/edits'
import { nudge, wordsAt } from '../commands/edge-commands'
import type { MarkingDesk } from '../marking-desk'
import { type Edge, edgesOf } from '../shaping/edges'
import type { Direction } from '../shaping/places'
import { markingTexts } from '../texts/marking-texts'
import { useEdgeDrag } from './use-edge-drag'

/** Where an edge stands on the page: the line of words it belongs to, in pixels from the page's corner. */
interface Place {
  left: number
  top: number
  height: number
}

/** So many handles at most: an annotation of a hundred segments would otherwise be all handles. */
const mostHandles = 40

/** The edges that get a handle. */
const handled = (segments: readonly Segment[]) => edgesOf(segments).slice(0, mostHandles)

function placeOf(
  desk: MarkingDesk,
  page: HTMLElement,
  annotation: DeskAnnotation,
  { segment, side }: Edge,
): Place | null {
  const offset = annotation.value.segments[segment]?.[side]
  if (offset === undefined || !desk.editor) return null
  const at = desk.editor.view.coordsAtPos(desk.positions.toPosition(offset), side === 'end' ? -1 : 1)
  const corner = page.getBoundingClientRect()
  return { left: at.left - corner.left, top: at.top - corner.top, height: at.bottom - at.top }
}

/** Counts how often the page got another size: then everything on it stands elsewhere. */
function useSizes(page: RefObject<HTMLElement | null>): number {
  const [sizes, setSizes] = useState(0)
  useEffect(() => {
    const element = page.current
    if (!element) return
    const observer = new ResizeObserver(() => setSizes((count) => count + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [page])
  return sizes
}

/** The places of the edges, measured after the text has drawn. */
function usePlaces(desk: MarkingDesk, page: RefObject<HTMLElement | null>, shown: DeskAnnotation): (Place | null)[] {
  const [places, setPlaces] = useState<(Place | null)[]>([])
  const sizes = useSizes(page)
  const { highlights } = desk
  const { segments } = shown.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the text is drawn or laid out anew
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const element = page.current
      if (element) setPlaces(handled(segments).map((edge) => placeOf(desk, element, shown, edge)))
    })
    return () => cancelAnimationFrame(frame)
  }, [highlights, sizes, segments])
  return places
}

/** Keeps an edge that keys move in sight. */
function useInSight(handle: RefObject<HTMLElement | null>, isHeld: boolean, offset: number): void {
  const last = useRef(offset)
  useEffect(() => {
    if (isHeld && last.current !== offset) handle.current?.scrollIntoView({ block: 'nearest' })
    last.current = offset
  }, [handle, isHeld, offset])
}

const strokes: Record<string, Direction> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

interface HandleProps {
  desk: MarkingDesk
  annotation: DeskAnnotation
  edge: Edge
  place: Place
  drag: ReturnType<typeof useEdgeDrag>
}

function Handle({ desk, annotation, edge, place, drag }: HandleProps) {
  const { value } = annotation
  const offset = value.segments[edge.segment]?.[edge.side] ?? 0
  const held = desk.edgeOf(annotation)
  const isHeld = held.segment === edge.segment && held.side === edge.side
  const handle = useRef<HTMLDivElement>(null)
  useInSight(handle, isHeld && desk.preview === null, offset)
  function onKeyDown(event: React.KeyboardEvent): void {
    const step = strokes[event.key]
    if (!step || event.altKey) return
    event.preventDefault()
    const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    const direction = isSideways && desk.view.document.direction === 'rtl' ? (-step as Direction) : step
    nudge(desk, annotation, edge, event.ctrlKey || event.metaKey ? 'word' : 'character', direction)
  }
  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={isHeld ? 0 : -1}
      aria-label={markingTexts.handle.label(edge.side, desk.labelOf(value.code))}
      aria-valuemin={0}
      aria-valuemax={desk.view.document.length}
      aria-valuenow={offset}
      aria-valuetext={wordsAt(annotation, edge, desk)}
      className={`desk-edge is-${edge.side} code-${value.code}${isHeld ? ' is-held' : ''}`}
      style={{ left: place.left, top: place.top, height: place.height }}
      onFocus={() => desk.holdEdge(annotation.id, edge)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => drag.start(event, edge)}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
    >
      <i />
    </div>
  )
}

function Handles({
  desk,
  page,
  annotation,
}: {
  desk: MarkingDesk
  page: RefObject<HTMLElement | null>
  annotation: DeskAnnotation
}) {
  const { preview } = desk
  const shown =
    preview?.id === annotation.id
      ? { ...annotation, value: { ...annotation.value, segments: [...preview.segments] } }
      : annotation
  const places = usePlaces(desk, page, shown)
  const drag = useEdgeDrag(desk, annotation)
  return handled(shown.value.segments).map((edge, index) => {
    const place = places[index]
    return place && <Handle key={`${edge.segment}:${edge.side}`} {...{ desk, edge, place, drag }} annotation={shown} />
  })
}

/** Handles at both ends of every segment of the chosen annotation: to drag, or to move with the arrow keys. */
export function EdgeHandles({ desk, page }: { desk: MarkingDesk; page: RefObject<HTMLElement | null> }) {
  const { selected, canEdit } = desk
  if (!selected || !canEdit) return null
  return <Handles key={selected.id} desk={desk} page={page} annotation={selected} />
}
