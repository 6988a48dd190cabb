import { type RefObject, useCallback } from 'react'
import type { DeskAnnotation } from '../annotations/edits'
import { useMeasured } from './use-measured'

interface PartName {
  name: string
  top: number
  left: number
}

/** Where the first line of every segment of an annotation begins on the page. */
function partNamesOn(page: HTMLElement, id: string): PartName[] {
  const origin = page.getBoundingClientRect()
  const names = new Map<string, PartName>()
  for (const mark of page.querySelectorAll<HTMLElement>(`mark[data-annotation="${id}"][data-segment]`)) {
    const { segment: name } = mark.dataset
    const [first] = mark.getClientRects()
    if (!name || !first || names.has(name)) continue
    const isRightToLeft = getComputedStyle(mark).direction === 'rtl'
    const left = isRightToLeft ? first.right : first.left
    names.set(name, { name, top: first.top - origin.top, left: left - origin.left })
  }
  return [...names.values()]
}

interface PartNamesProps {
  page: RefObject<HTMLElement | null>
  /** The annotation in hand. */
  annotation: DeskAnnotation | null
  /** Changes whenever the text is drawn anew. */
  drawn: unknown
}

/** Names the parts of the annotation in hand above their words. Screen readers hear the names with the words. */
export function PartNames({ page, annotation, drawn }: PartNamesProps) {
  const id = annotation?.id
  const measure = useCallback((on: HTMLElement) => (id ? partNamesOn(on, id) : []), [id])
  const names = useMeasured(page, measure, drawn)
  if (!annotation || !names) return null
  return (
    <div aria-hidden="true">
      {names.map(({ name, top, left }) => (
        <span key={name} className={`desk-part-name code-${annotation.value.code}`} style={{ top, left }}>
          {name}
        </span>
      ))}
    </div>
  )
}
