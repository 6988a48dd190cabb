import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { readingTexts } from '../texts/reading-texts'
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

interface Drawing {
  lanes: ReadonlyMap<string, number>
  codes: ReadonlyMap<string, Code>
  positions: Positions
  selectedId: string | null
}

/** How an annotation is drawn beside its own value. */
interface Look {
  codes: ReadonlyMap<string, Code>
  positions: Positions
  lane: number
  selected: boolean
}

/** One stretch per segment and line: what lies in one line only, the editor need not look at in all others. */
function highlightsIn(annotation: DeskAnnotation, { codes, positions, lane, selected }: Look): Highlight[] {
  const { id, value } = annotation
  const code = codes.get(value.code)
  return value.segments.flatMap((segment, index) =>
    positions.rangesOf(segment).map(({ from, to }, at) => ({
      ...{ key: `${id}:${index}:${at}`, annotationId: id, from, to, lane, selected },
      ...{ code: value.code, label: code?.label ?? value.code, pattern: code?.pattern ?? 'solid' },
      ...{ part: segment.part, segment: segmentName(annotation, index), unsure: value.unsure },
    })),
  )
}

/** How each annotation was drawn last: of thousands a stroke changes one or two. */
const drawnAs = new WeakMap<DeskAnnotation, Look & { highlights: Highlight[] }>()

/** What to draw for the annotations. The same objects as the last time where nothing looks different. */
export function highlightsOf(annotations: readonly DeskAnnotation[], drawing: Drawing): Highlight[] {
  const { lanes, codes, positions, selectedId } = drawing
  const all: Highlight[] = []
  for (const annotation of annotations) {
    const lane = lanes.get(annotation.id) ?? 0
    const selected = annotation.id === selectedId
    let last = drawnAs.get(annotation)
    if (last?.lane !== lane || last.selected !== selected || last.codes !== codes || last.positions !== positions) {
      const look = { codes, positions, lane, selected }
      last = { ...look, highlights: highlightsIn(annotation, look) }
      drawnAs.set(annotation, last)
    }
    for (const highlight of last.highlights) all.push(highlight)
  }
  return all
}
