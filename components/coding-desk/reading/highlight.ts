import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../edits'
import type { Positions } from '../positions'
import { readingTexts } from '../texts/reading-texts'

/** One stretch to draw, in positions of the ProseMirror document. */
export interface Highlight {
  /** Unique among all drawn stretches. */
  key: string
  annotationId: string
  from: number
  to: number
  code: string
  /** What the code is called. */
  label: string
  pattern: string
  part: string
  /** Which of several segments this is, in words; null where there is one segment of one part only. */
  segment: string | null
  /** How far below the words its line lies. */
  lane: number
  selected: boolean
  unsure: boolean
}

/** Which segment of its annotation this is, in words: null for the only one of a code without parts. */
export function segmentName({ value }: DeskAnnotation, index: number): string | null {
  const { segments } = value
  const part = segments[index]?.part ?? 'span'
  if (segments.length === 1 && part === 'span') return null
  const same = segments.flatMap((segment, i) => (segment.part === part ? [i] : []))
  return readingTexts.segment(part, same.indexOf(index) + 1, same.length)
}

interface Drawing {
  lanes: ReadonlyMap<string, number>
  codes: ReadonlyMap<string, Code>
  positions: Positions
  selectedId: string | null
}

/** What to draw for the annotations: one stretch per segment. */
export function highlightsOf(annotations: readonly DeskAnnotation[], drawing: Drawing): Highlight[] {
  const { lanes, codes, positions, selectedId } = drawing
  return annotations.flatMap((annotation) => {
    const { id, value } = annotation
    const code = codes.get(value.code)
    return value.segments.map((segment, index) => ({
      key: `${id}:${index}`,
      annotationId: id,
      from: positions.toPosition(segment.start),
      to: positions.toPosition(segment.end),
      code: value.code,
      label: code?.label ?? value.code,
      pattern: code?.pattern ?? 'solid',
      part: segment.part,
      segment: segmentName(annotation, index),
      lane: lanes.get(id) ?? 0,
      selected: id === selectedId,
      unsure: value.unsure,
    }))
  })
}
