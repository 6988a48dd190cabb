import type { Segment } from '@/lib/coding/annotation'
import { extent } from '@/lib/coding/segments'
import type { KnownRow } from '../outbox/rows'
import { assignLanes, inTextOrder, spansAt } from '../reading/lanes'
import type { DeskAnnotation, DeskLink } from './edits'

/** What was made of rows. */
export interface Made<Item> {
  rows: readonly KnownRow[]
  items: readonly Item[]
}

const nothing: Made<never> = { rows: [], items: [] }

/** The rows that are not the same objects as before at their places, and the ids of all that was or is there. */
function changedRows(
  rows: readonly KnownRow[],
  before: readonly KnownRow[],
): { changed: KnownRow[]; ids: Set<string> } {
  const changed: KnownRow[] = []
  const ids = new Set<string>()
  for (let at = 0; at < Math.max(rows.length, before.length); at += 1) {
    const [row, was] = [rows[at], before[at]]
    if (row === was) continue
    if (row) changed.push(row)
    for (const one of [row, was]) if (one) ids.add(one.id)
  }
  return { changed, ids }
}

/**
 * The annotations that are there, in the order of the text. Only rows that changed are looked at; of one that says the
 * same the annotation of before is taken again.
 */
export function deskAnnotations(
  rows: readonly KnownRow[],
  before: Made<DeskAnnotation> = nothing,
): readonly DeskAnnotation[] {
  const { changed, ids } = changedRows(rows, before.rows)
  const known = new Map(before.items.flatMap((item) => (ids.has(item.id) ? [[item.id, item] as const] : [])))
  const annotations = before.items.filter(({ id }) => !known.has(id))
  for (const row of changed) {
    if (row.kind !== 'annotation' || row.deleted) continue
    const { id, value } = row
    const last = known.get(id)
    annotations.push(last?.value === value ? last : { id, value, ...extent(value.segments) })
  }
  return inTextOrder(annotations)
}

/** The links that are there. */
export function deskLinks(rows: readonly KnownRow[], before: Made<DeskLink> = nothing): readonly DeskLink[] {
  const known = new Map(before.items.map((link) => [link.id, link]))
  const links: DeskLink[] = []
  for (const row of rows) {
    if (row.kind !== 'link' || row.deleted) continue
    const last = known.get(row.id)
    links.push(last?.value === row.value ? last : { id: row.id, value: row.value })
  }
  return links
}

/** Whether two lists hold the same objects in the same order. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i])
}

function sameSegments(a: DeskAnnotation, b: DeskAnnotation | undefined): boolean {
  if (a === b) return true
  if (a.id !== b?.id || a.value.segments.length !== b.value.segments.length) return false
  return a.value.segments.every(({ start, end }, i) => {
    const other = b.value.segments[i]
    return start === other?.start && end === other.end
  })
}

/** Whether the same stretches are annotated; then the lanes need not be found anew. */
export function sameStretches(a: readonly DeskAnnotation[], b: readonly DeskAnnotation[]): boolean {
  return a.length === b.length && a.every((one, i) => sameSegments(one, b[i]))
}

/** In which lane each annotation is drawn. */
export function lanesOf(annotations: readonly DeskAnnotation[]): Map<string, number> {
  return assignLanes(annotations.map(({ id, value }) => ({ id, segments: value.segments })))
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

/** The annotations on a place of the text, the one with the shortest stretch there first. */
export function annotationsAt(annotations: readonly DeskAnnotation[], offset: number): DeskAnnotation[] {
  const here = annotations.flatMap(({ id, start, end, value }) => {
    if (start > offset || end <= offset) return []
    return value.segments.map((segment) => ({ id, start: segment.start, end: segment.end }))
  })
  const ids = [...new Set(spansAt(here, offset).map(({ id }) => id))]
  return ids.flatMap((id) => annotations.find((one) => one.id === id) ?? [])
}

/** The stretch in short, for lists: its first words and, when it is long, its last ones. */
export function shortQuote(text: string, most = 80): string {
  const flat = text.replace(/\s+/g, ' ')
  const characters = [...flat]
  if (characters.length <= most) return flat
  const half = Math.floor((most - 3) / 2)
  return `${characters.slice(0, half).join('').trimEnd()} … ${characters.slice(-half).join('').trimStart()}`
}
