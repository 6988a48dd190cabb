'use client'

import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { DeskLink } from '../annotations/edits'
import { useMeasured } from '../reading/use-measured'
import { curve, type Ends } from './curve'

interface LinkCurvesProps {
  /** The element that holds the text, to which everything is relative. */
  page: RefObject<HTMLElement | null>
  links: readonly DeskLink[]
  selectedId: string | null
  /** Changes whenever a stretch comes, goes or moves. */
  drawn: unknown
}

/** More curves than this at one annotation would be a thicket. */
const mostCurves = 24

interface DrawnLink extends Ends {
  id: string
  /** The end that is neither under the mouse nor in hand. */
  other: string
}

/** The annotation under the mouse; none while nothing is linked. */
function useHovered(page: RefObject<HTMLElement | null>, isOn: boolean): string | null {
  const [hovered, setHovered] = useState<string | null>(null)
  useEffect(() => {
    const element = page.current
    if (!element || !isOn) return
    const follow = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-annotation]') : null
      setHovered(mark?.dataset.annotation ?? null)
    }
    const leave = () => setHovered(null)
    element.addEventListener('mouseover', follow)
    element.addEventListener('mouseleave', leave)
    return () => {
      element.removeEventListener('mouseover', follow)
      element.removeEventListener('mouseleave', leave)
    }
  }, [page, isOn])
  return isOn ? hovered : null
}

function firstMark(page: HTMLElement, id: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(`mark[data-annotation="${id}"]`)
}

/** Where the two ends of a link stand in the page; null where one of them is not drawn. */
function measure(page: HTMLElement, { id, value }: DeskLink, active: string): DrawnLink | null {
  const [from, to] = [firstMark(page, value.from), firstMark(page, value.to)]
  const block = page.querySelector('.desk-text p')
  if (!from || !to || !block) return null
  const { top, left } = page.getBoundingClientRect()
  const { left: textLeft, right: textRight } = block.getBoundingClientRect()
  // The room before the words is part of the lines: their numbers stand in it.
  const room = Number.parseFloat(getComputedStyle(block).paddingInlineStart) || 0
  const line = (mark: HTMLElement) => {
    const [first] = mark.getClientRects()
    return first ? first.top - top + first.height / 2 : mark.getBoundingClientRect().top - top
  }
  const isRtl = page.dir === 'rtl'
  const other = value.from === active ? value.to : value.from
  return { id, other, from: line(from), to: line(to), edge: (isRtl ? textRight - room : textLeft + room) - left, isRtl }
}

interface CurvesProps {
  page: RefObject<HTMLElement | null>
  /** Links with one end at the active annotation. */
  links: readonly DeskLink[]
  active: string
  drawn: unknown
}

function Curves({ page, links, active, drawn }: CurvesProps) {
  const measureAll = useCallback(
    (element: HTMLElement) => links.flatMap((link) => measure(element, link, active) ?? []),
    [links, active],
  )
  const ends = useMeasured(page, measureAll, drawn)
  if (!ends || ends.length === 0) return null
  const linked = ends.map(({ other }) => `mark[data-annotation="${other}"]`).join(',')
  return (
    <svg className="desk-links" aria-hidden="true">
      <style>{`${linked}{--tint:rgb(var(--code-rgb) / 0.22)}`}</style>
      <defs>
        <marker
          id="link-head"
          viewBox="0 0 6 6"
          refX="5"
          refY="3"
          markerUnits="userSpaceOnUse"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0L6 3L0 6" />
        </marker>
      </defs>
      {ends.map((end) => (
        <path key={end.id} className="desk-link" d={curve(end)} markerEnd="url(#link-head)" />
      ))}
    </svg>
  )
}

/**
 * The links of the annotation under the mouse or in hand, as quiet curves in the margin where the lines begin: never
 * over the words. For the eye only: the panel lists the same links.
 */
export function LinkCurves({ page, links, selectedId, drawn }: LinkCurvesProps) {
  const active = useHovered(page, links.length > 0) ?? selectedId
  const shown = useMemo(
    () => links.filter(({ value }) => value.from === active || value.to === active).slice(0, mostCurves),
    [links, active],
  )
  if (!active || shown.length === 0) return null
  return <Curves key={active} page={page} links={shown} active={active} drawn={drawn} />
}
