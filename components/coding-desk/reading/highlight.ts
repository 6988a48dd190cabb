import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation } from '../annotations/edits'
import { readingTexts } from '../texts/reading-texts'
import { both, differing, withStretch } from './differing'
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

const nothingDrawn = { annotations: [], lanes: [], stretches: [], highlights: [] }

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

/** The stretches of each annotation: only near what changed, and of what is in hand or was, are they made anew. */
function stretchesAfter(drawing: Drawing, before: Highlighted): (readonly Highlight[])[] {
  const { annotations, lanes, selectedId } = drawing
  const stretch = both(differing(before.annotations, annotations), differing(before.lanes, lanes))
  const drawn = new Map<DeskAnnotation, readonly Highlight[]>()
  for (let at = stretch.from; at < stretch.before; at += 1) {
    const annotation = before.annotations[at]
    if (annotation) drawn.set(annotation, before.stretches[at] ?? [])
  }
  const anew = (at: number, known: readonly Highlight[] | undefined): readonly Highlight[] => {
    const [annotation, lane = 0] = [annotations[at], lanes[at]]
    if (!annotation) return []
    const isSame = known?.[0]?.lane === lane && known[0].selected === (annotation.id === selectedId)
    return isSame ? known : stretchesOf(annotation, lane, drawing)
  }
  const changed = annotations.slice(stretch.from, stretch.now)
  const stretches = withStretch(
    before.stretches,
    stretch,
    changed.map((annotation, i) => anew(stretch.from + i, drawn.get(annotation))),
  )
  for (const id of new Set([before.selectedId, selectedId])) {
    const at = id === null ? -1 : annotations.findIndex((one) => one.id === id)
    if (at >= 0) stretches[at] = anew(at, stretches[at])
  }
  return stretches
}

/** What to draw for the annotations. The same objects as before where nothing looks different. */
export function highlightsOf(drawing: Drawing, before: Highlighted | null = null): Highlighted {
  const known = before?.codes === drawing.codes && before.positions === drawing.positions ? before : null
  const stretches = stretchesAfter(drawing, known ?? { ...drawing, ...nothingDrawn })
  return { ...drawing, stretches, highlights: stretches.flat() }
}
