'use client'

import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { marksOn, type Stretch } from './measure'
import { type PlacedMark, placeMarks } from './rail-layout'
import { useMeasured } from './use-measured'

interface MarginRailProps {
  /** The element that scrolls, and in it the one that holds text and rail. */
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  /** The lane of each of the annotations. */
  lanes: readonly number[]
  selectedId: string | null
  onPick(id: string): void
}

/** Marks within this many pixels of the window's edges are in the rail; the rest wait until they are scrolled to. */
const margin = 800
const step = 400

/** The part of the page to fill, in steps, so that scrolling renders seldom. */
function useStretch(scroller: RefObject<HTMLElement | null>): Stretch {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const follow = () => setTop(Math.floor(element.scrollTop / step) * step)
    follow()
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [scroller])
  const height = scroller.current?.clientHeight ?? 1000
  return useMemo(() => ({ from: top - margin, to: top + height + margin + step }), [top, height])
}

type MarkProps = PlacedMark & { code: Code; lane: number; isSelected: boolean; onPick(id: string): void }

function Mark({ id, top, bottom, labelTop, lane, code, isSelected, onPick }: MarkProps) {
  return (
    <div className={`code-${code.key}${isSelected ? ' is-selected' : ''}`}>
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
}

/**
 * Bars and names beside the text. For the eye and the mouse only: the same annotations are a list in the panel, which
 * is what the keyboard and screen readers use.
 */
export function MarginRail({ scroller, page, annotations, codes, lanes, selectedId, onPick }: MarginRailProps) {
  const stretch = useStretch(scroller)
  const measure = useCallback((on: HTMLElement) => placeMarks(marksOn(on, stretch)), [stretch])
  const placed = useMeasured(page, measure, annotations)
  const looks = useMemo(
    () => new Map(annotations.map(({ id, value }, at) => [id, { code: codes.get(value.code), lane: lanes[at] ?? 0 }])),
    [annotations, codes, lanes],
  )
  return (
    <div className="desk-rail" aria-hidden="true">
      {placed?.map((mark) => {
        const { code, lane } = looks.get(mark.id) ?? {}
        const isSelected = mark.id === selectedId
        return code && <Mark key={mark.id} {...mark} {...{ code, isSelected, onPick }} lane={lane ?? 0} />
      })}
    </div>
  )
}
