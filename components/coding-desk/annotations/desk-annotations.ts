import type { Segment } from '@/lib/coding/annotation'
import { extent } from '@/lib/coding/segments'
import type { KnownRow } from '../outbox/rows'
import { assignLanes, byTextOrder, inTextOrder, spansAt } from '../reading/lanes'
import type { DeskAnnotation, DeskLink } from './edits'

/** What was made of rows. */
export interface Made {
  rows: readonly KnownRow[]
  /** The annotations that are there, in the order of the text. */
  annotations: readonly DeskAnnotation[]
  /** The links that are there. */
  links: readonly DeskLink[]
}

export const nothingMade: Made = { rows: [], annotations: [], links: [] }

/** The rows that are not the same objects as before at their places, and the ids of all that was or is there. */
interface Changed {
  rows: KnownRow[]
  ids: Set<string>
  kinds: Set<KnownRow['kind']>
}

function changedRows(rows: readonly KnownRow[], before: readonly KnownRow[]): Changed {
  const changed: Changed = { rows: [], ids: new Set(), kinds: new Set() }
  for (let at = 0; at < Math.max(rows.length, before.length); at += 1) {
    const [row, was] = [rows[at], before[at]]
    if (row === was) continue
    if (row) changed.rows.push(row)
    for (const one of [row, was]) {
      if (one) changed.ids.add(one.id)
      if (one) changed.kinds.add(one.kind)
    }
  }
  return changed
}

/** Two lists in the order of the text as one. */
function merged(some: readonly DeskAnnotation[], others: readonly DeskAnnotation[]): DeskAnnotation[] {
  const all: DeskAnnotation[] = []
  let next = 0
  for (const one of some) {
    for (let other = others[next]; other && byTextOrder(other, one) < 0; other = others[next]) {
      all.push(other)
      next += 1
    }
    all.push(one)
  }
  return [...all, ...others.slice(next)]
}

/** Of an annotation that says the same the object of before is taken again. */
function annotationsOf(changed: Changed, before: readonly DeskAnnotation[]): readonly DeskAnnotation[] {
  const known = new Map<string, DeskAnnotation>()
  const others: DeskAnnotation[] = []
  for (const annotation of before) {
    if (changed.ids.has(annotation.id)) known.set(annotation.id, annotation)
    else others.push(annotation)
  }
  const made = changed.rows.flatMap((row) => {
    if (row.kind !== 'annotation' || row.deleted) return []
    const { id, value } = row
    const last = known.get(id)
    return last?.value === value ? last : { id, value, ...extent(value.segments) }
  })
  return merged(others, inTextOrder(made))
}

function linksOf(rows: readonly KnownRow[], before: readonly DeskLink[]): DeskLink[] {
  const known = new Map(before.map((link) => [link.id, link]))
  return rows.flatMap((row) => {
    if (row.kind !== 'link' || row.deleted) return []
    const last = known.get(row.id)
    return last?.value === row.value ? last : { id: row.id, value: row.value }
  })
}

/** What the rows say. Only rows that changed are looked at; a list that holds the same is the very list of before. */
export function madeOf(rows: readonly KnownRow[], before: Made = nothingMade): Made {
  const changed = changedRows(rows, before.rows)
  const { annotations, links } = before
  return {
    rows,
    annotations: changed.kinds.has('annotation') ? same(annotations, annotationsOf(changed, annotations)) : annotations,
    links: changed.kinds.has('link') ? same(links, linksOf(rows, links)) : links,
  }
}

/** The list of before if it holds the same objects in the same order. */
export function same<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((one, i) => one === now[i]) ? before : now
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

/** In which lane each of the annotations is drawn. */
export function lanesOf(annotations: readonly DeskAnnotation[]): readonly number[] {
  return assignLanes(annotations, ({ value }) => value.segments)
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
