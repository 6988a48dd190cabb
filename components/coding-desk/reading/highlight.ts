import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { readingTexts } from '../texts/reading-texts'
import { byTextOrder } from './lanes'
import type { Positions } from './positions'

/** One stretch to draw within a line, in positions of the ProseMirror document. */
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

export interface Drawing {
  /** In the order of the text. */
  annotations: readonly DeskAnnotation[]
  /** The lane of each of them. */
  lanes: readonly number[]
  codes: ReadonlyMap<string, Code>
  positions: Positions
  selectedId: string | null
}

/** What was drawn of which annotations. */
export interface Highlighted extends Drawing {
  /** The stretches of each annotation. */
  stretches: readonly (readonly Highlight[])[]
  /** All of them. */
  highlights: readonly Highlight[]
}

/** One stretch per segment and line: what lies in one line only, the editor need not look at in all others. */
function stretchesOf(annotation: DeskAnnotation, lane: number, drawing: Drawing): Highlight[] {
  const { id, value } = annotation
  const code = drawing.codes.get(value.code)
  return value.segments.flatMap((segment, index) =>
    drawing.positions.rangesOf(segment).map(({ from, to }, at) => ({
      ...{ key: `${id}:${index}:${at}`, annotationId: id, from, to, lane, selected: id === drawing.selectedId },
      ...{ code: value.code, label: code?.label ?? value.code, pattern: code?.pattern ?? 'solid' },
      ...{ part: segment.part, segment: segmentName(annotation, index), unsure: value.unsure },
    })),
  )
}

/**
 * What to draw for the annotations. The same objects as before where nothing looks different: both lists are in the
 * order of the text, so that they are walked side by side.
 */
export function highlightsOf(drawing: Drawing, before: Highlighted | null = null): Highlighted {
  const { annotations, lanes, selectedId } = drawing
  const known = before?.codes === drawing.codes && before.positions === drawing.positions ? before : null
  const stretches: (readonly Highlight[])[] = []
  const highlights: Highlight[] = []
  let at = 0
  for (const annotation of annotations) {
    const lane = lanes[stretches.length] ?? 0
    let last = known?.annotations[at]
    while (last && last !== annotation && byTextOrder(last, annotation) < 0) {
      at += 1
      last = known?.annotations[at]
    }
    const drawn = last === annotation && known?.lanes[at] === lane ? known.stretches[at] : undefined
    const isSame = drawn?.[0]?.selected === (annotation.id === selectedId)
    const own = drawn && isSame ? drawn : stretchesOf(annotation, lane, drawing)
    stretches.push(own)
    for (const stretch of own) highlights.push(stretch)
  }
  return { ...drawing, stretches, highlights }
}
