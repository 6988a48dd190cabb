import { extent, type Segment } from '@/lib/coding/annotation'
import type { CodedRow } from '@/lib/coding/change'
import type { Code } from '@/lib/coding/codebook'
import type { DeskAnnotation, DeskLink } from './edits'
import { assignLanes, inTextOrder } from './lanes'
import type { Positions } from './positions'
import type { Highlight } from './reading/highlights'

/** The annotations that are there, in the order of the text. */
export function deskAnnotations(rows: Iterable<CodedRow>): DeskAnnotation[] {
  const annotations: DeskAnnotation[] = []
  for (const row of rows) {
    if (row.kind !== 'annotation' || row.deleted) continue
    annotations.push({ id: row.id, value: row.value, ...extent(row.value.segments) })
  }
  return inTextOrder(annotations)
}

/** The links that are there. */
export function deskLinks(rows: Iterable<CodedRow>): DeskLink[] {
  const links: DeskLink[] = []
  for (const row of rows) if (row.kind === 'link' && !row.deleted) links.push({ id: row.id, value: row.value })
  return links
}

/** Whether the same stretches are annotated; then the lanes need not be found anew. */
export function sameStretches(a: readonly DeskAnnotation[], b: readonly DeskAnnotation[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.id === b[i]?.id && one.start === b[i]?.start && one.end === b[i]?.end)
  )
}

/** Lanes of the annotations and how many lanes there are at the deepest place. */
export function lanesOf(annotations: readonly DeskAnnotation[]): { lanes: Map<string, number>; depth: number } {
  const lanes = assignLanes(annotations)
  let depth = 0
  for (const lane of lanes.values()) depth = Math.max(depth, lane + 1)
  return { lanes, depth }
}

/** The annotations with the segments that one of them would have if its edge were let go now. */
export function asPreviewed(
  annotations: readonly DeskAnnotation[],
  preview: { id: string; segments: readonly Segment[] } | null,
): readonly DeskAnnotation[] {
  if (!preview) return annotations
  return annotations.map((annotation) =>
    annotation.id === preview.id
      ? { ...annotation, value: { ...annotation.value, segments: [...preview.segments] } }
      : annotation,
  )
}

/** What to draw for the annotations: one stretch per segment. */
export function highlightsOf(
  annotations: readonly DeskAnnotation[],
  lanes: ReadonlyMap<string, number>,
  codes: ReadonlyMap<string, Code>,
  positions: Positions,
  selectedId: string | null,
): Highlight[] {
  return annotations.flatMap(({ id, value }) =>
    value.segments.map((segment, index) => ({
      key: `${id}:${index}`,
      annotationId: id,
      from: positions.toPosition(segment.start),
      to: positions.toPosition(segment.end),
      code: value.code,
      pattern: codes.get(value.code)?.pattern ?? 'solid',
      lane: lanes.get(id) ?? 0,
      selected: id === selectedId,
      unsure: value.unsure,
    })),
  )
}

/** The stretch in short, for lists: its first words and, when it is long, its last ones. */
export function shortQuote(text: string, most = 80): string {
  const flat = text.replace(/\s+/g, ' ')
  const characters = [...flat]
  if (characters.length <= most) return flat
  const half = Math.floor((most - 3) / 2)
  return `${characters.slice(0, half).join('').trimEnd()} … ${characters.slice(-half).join('').trimStart()}`
}
