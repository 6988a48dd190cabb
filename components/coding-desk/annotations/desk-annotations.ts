import type { Segment } from '@/lib/coding/annotation'
import { extent } from '@/lib/coding/segments'
import { countWhile } from '@/lib/count-while'
import type { PlacedRows } from '../outbox/placed-rows'
import type { KnownRow } from '../outbox/rows'
import { byTextOrder, inTextOrder, type NamedSpan, spansAt } from '../reading/lanes'
import type { DeskAnnotation, DeskLink } from './edits'

/** Rows at their places. */
type PlacedList = PlacedRows['list']

/** What was made of rows. */
export interface Made {
  rows: PlacedList
  /** The annotations that are there, in the order of the text. */
  annotations: readonly DeskAnnotation[]
  /** The links that are there. */
  links: readonly DeskLink[]
}

export const nothingMade: Made = { rows: [], annotations: [], links: [] }

/** The rows that are not the same objects as before at their places: what they are, and what stood there. */
interface Changed {
  rows: KnownRow[]
  before: KnownRow[]
}

function changedRows(rows: PlacedList, before: PlacedList): Changed {
  const changed: Changed = { rows: [], before: [] }
  for (let at = 0; at < Math.max(rows.length, before.length); at += 1) {
    const row = rows[at]
    const was = before[at]
    if (row === was) continue
    if (row) changed.rows.push(row)
    if (was) changed.before.push(was)
  }
  return changed
}

const concerns = ({ rows, before }: Changed, kind: KnownRow['kind']) =>
  rows.some((row) => row.kind === kind) || before.some((row) => row.kind === kind)

/** How many of a list in the order of the text come before one. */
function placeOf(list: readonly NamedSpan[], one: NamedSpan): number {
  return countWhile(list.length, (i) => {
    const there = list[i]
    return there !== undefined && byTextOrder(there, one) < 0
  })
}

function spanOf(row: KnownRow): NamedSpan | null {
  return row.kind === 'annotation' && !row.deleted ? { id: row.id, ...extent(row.value.segments) } : null
}

/** Of an annotation that says the same the object of before is taken again. */
function annotationsOf(changed: Changed, before: readonly DeskAnnotation[]): readonly DeskAnnotation[] {
  const places = changed.before.flatMap((row) => {
    const span = spanOf(row)
    return span ? [placeOf(before, span)] : []
  })
  const known = new Map(places.flatMap((place) => before[place] ?? []).map((one) => [one.id, one]))
  const made = changed.rows.flatMap((row) => {
    if (row.kind !== 'annotation' || row.deleted) return []
    const { id, value } = row
    const last = known.get(id)
    return last?.value === value ? last : { id, value, ...extent(value.segments) }
  })
  const list = [...before]
  for (const place of places.sort((a, b) => b - a)) list.splice(place, 1)
  for (const one of inTextOrder(made)) list.splice(placeOf(list, one), 0, one)
  return list
}

function linksOf(rows: PlacedList, before: readonly DeskLink[]): DeskLink[] {
  const known = new Map(before.map((link) => [link.id, link]))
  return rows.flatMap((row) => {
    if (row?.kind !== 'link' || row.deleted) return []
    const last = known.get(row.id)
    return last?.value === row.value ? last : { id: row.id, value: row.value }
  })
}

/** What the rows say. Only rows that changed are looked at; a list that holds the same is the very list of before. */
export function madeOf(rows: PlacedList, before: Made = nothingMade): Made {
  const changed = changedRows(rows, before.rows)
  const { annotations, links } = before
  return {
    rows,
    annotations: concerns(changed, 'annotation') ? same(annotations, annotationsOf(changed, annotations)) : annotations,
    links: concerns(changed, 'link') ? same(links, linksOf(rows, links)) : links,
  }
}

/** The list of before if it holds the same objects in the same order. */
export function same<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((one, i) => one === now[i]) ? before : now
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
