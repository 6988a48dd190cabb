'use client'

import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../edits'
import { placeMarks, type RailMark } from './rail-layout'

interface MarginRailProps {
  /** The element that scrolls, and in it the one that holds text and rail. */
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  selectedId: string | null
  /** Changes whenever the text is drawn anew. */
  drawn: unknown
  onPick(id: string): void
}

/** Marks within this many pixels of the window's edges are in the page; the rest wait until they are scrolled to. */
const margin = 800

function measure(page: HTMLElement): RailMark[] {
  const { top: origin } = page.getBoundingClientRect()
  const marks = new Map<string, RailMark>()
  for (const element of page.querySelectorAll<HTMLElement>('mark[data-annotation]')) {
    const { annotation: id } = element.dataset
    const { top, bottom } = element.getBoundingClientRect()
    if (!id) continue
    const known = marks.get(id)
    if (known) known.bottom = Math.max(known.bottom, bottom - origin)
    else marks.set(id, { id, top: top - origin, bottom: bottom - origin })
  }
  return [...marks.values()]
}

function useMarks(page: RefObject<HTMLElement | null>, drawn: unknown): RailMark[] {
  const [marks, setMarks] = useState<RailMark[]>([])
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = page.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth * 10_000 + element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [page])
  // After the text's own effect has drawn: effects of earlier siblings run first.
  useEffect(() => {
    void drawn
    void width
    const frame = requestAnimationFrame(() => page.current && setMarks(measure(page.current)))
    return () => cancelAnimationFrame(frame)
  }, [page, drawn, width])
  return marks
}

/** The part of the page to fill, in steps, so that scrolling renders seldom. */
function useWindow(scroller: RefObject<HTMLElement | null>): { from: number; to: number } {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const follow = () => setTop(Math.floor(element.scrollTop / 400) * 400)
    follow()
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [scroller])
  const height = scroller.current?.clientHeight ?? 1000
  return { from: top - margin, to: top + height + margin + 400 }
}

/**
 * Bars and names beside the text. For the eye and the mouse only: the same annotations are a list in the panel, which
 * is what the keyboard and screen readers use.
 */
export function MarginRail({ scroller, page, annotations, codes, selectedId, drawn, onPick }: MarginRailProps) {
  const marks = useMarks(page, drawn)
  const { from, to } = useWindow(scroller)
  const placed = useMemo(() => placeMarks(marks), [marks])
  const codeOf = useMemo(
    () => new Map(annotations.map(({ id, value }) => [id, codes.get(value.code)])),
    [annotations, codes],
  )
  return (
    <div className="desk-rail" aria-hidden="true">
      {placed
        .filter((mark) => mark.bottom >= from && mark.top <= to)
        .map(({ id, top, bottom, lane, labelTop }) => {
          const code = codeOf.get(id)
          if (!code) return null
          const look = `code-${code.key}${id === selectedId ? ' is-selected' : ''}`
          return (
            <div key={id} className={look}>
              <span
                className={`desk-rail-bar bar-${code.pattern}`}
                style={{ top, height: bottom - top, '--lane': lane } as React.CSSProperties}
              />
              {labelTop !== null && (
                <button
                  type="button"
                  tabIndex={-1}
                  className="desk-rail-name"
                  style={{ top: labelTop }}
                  onClick={() => onPick(id)}
                >
                  {code.label}
                </button>
              )}
            </div>
          )
        })}
    </div>
  )
}
