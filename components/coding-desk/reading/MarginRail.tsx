'use client'

import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Code, Codebook } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { lacksDetails } from '../questions/required'
import { deskTexts } from '../texts/desk-texts'
import { marksOn, type Stretch } from './measure'
import { type Placed, placeMarks, type RailMark } from './rail-layout'
import { useMeasured } from './use-measured'

interface MarginRailProps {
  /** The element that scrolls, and in it the one that holds text and rail. */
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  /** In the order of the text. */
  annotations: readonly DeskAnnotation[]
  codes: ReadonlyMap<string, Code>
  codebook: Codebook
  selectedId: string | null
  onPick(id: string): void
}

/** Marks within this many pixels of the window's edges are in the rail; the rest wait until they are scrolled to. */
const margin = 800
const step = 400

/** So often, in milliseconds, the rail follows. Who scrolls farther than a window meanwhile reads no names. */
const pace = 150

/** The part of the page to fill, in steps, so that scrolling renders seldom. */
function useStretch(scroller: RefObject<HTMLElement | null>): Stretch {
  const [stretch, setStretch] = useState({ from: -margin, to: margin })
  // No layout effect: what scrolls is around this, and not known before.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = element.scrollTop
    const follow = () => {
      const top = Math.floor(element.scrollTop / step) * step
      const [from, to] = [top - margin, top + element.clientHeight + margin + step]
      setStretch((was) => (was.from === from && was.to === to ? was : { from, to }))
    }
    const rest = () => {
      timer = undefined
      const far = Math.abs(element.scrollTop - last)
      last = element.scrollTop
      if (far > element.clientHeight) timer = setTimeout(rest, pace)
      else follow()
    }
    // A jump is followed at once: only what goes on flying has to wait.
    const followSoon = () => {
      if (timer !== undefined) return
      last = element.scrollTop
      follow()
      timer = setTimeout(rest, pace)
    }
    const sizes = new ResizeObserver(follow)
    sizes.observe(element)
    element.addEventListener('scroll', followSoon, { passive: true })
    return () => {
      clearTimeout(timer)
      sizes.disconnect()
      element.removeEventListener('scroll', followSoon)
    }
  }, [scroller])
  return stretch
}

interface Look extends RailMark {
  id: string
  code: Code
  value: AnnotationValue
}

const nothing: ReadonlyMap<string, RailMark> = new Map()

/** What is on the stretch, in the order of the annotations. */
function looksOf(
  annotations: readonly DeskAnnotation[],
  codes: ReadonlyMap<string, Code>,
  marks: ReadonlyMap<string, RailMark>,
): Look[] {
  const looks: Look[] = []
  for (const { id, value } of annotations) {
    const mark = marks.get(id)
    const code = mark && codes.get(value.code)
    if (code) looks.push({ ...mark, id, code, value })
  }
  return looks
}

type MarkProps = Omit<Placed<Look>, 'value'> & { isSelected: boolean; lacks: boolean; onPick(id: string): void }

function Mark({ id, top, bottom, labelTop, lane, code, isSelected, lacks, onPick }: MarkProps) {
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
          className={`desk-rail-name${lacks ? ' is-lacking' : ''}`}
          title={lacks ? deskTexts.panel.missing : undefined}
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
export function MarginRail({ scroller, page, annotations, codes, codebook, selectedId, onPick }: MarginRailProps) {
  const stretch = useStretch(scroller)
  const measure = useCallback((on: HTMLElement) => marksOn(on, stretch), [stretch])
  const marks = useMeasured(page, measure, annotations)
  const placed = useMemo(() => placeMarks(looksOf(annotations, codes, marks ?? nothing)), [annotations, codes, marks])
  return (
    <div className="desk-rail" aria-hidden="true">
      {placed.map(({ value, ...mark }) => (
        <Mark
          key={mark.id}
          {...mark}
          isSelected={mark.id === selectedId}
          lacks={mark.labelTop !== null && lacksDetails(codebook, value)}
          onPick={onPick}
        />
      ))}
    </div>
  )
}
