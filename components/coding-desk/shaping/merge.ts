import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import { maxSegments } from '@/lib/coding/segments'
import { intersection } from '@/lib/text/spans'
import type { DeskAnnotation, DeskLink } from '../annotations/edits'
import { unlink } from '../annotations/edits'
import { sameValue } from '../annotations/same-value'
import type { AnnotationEdit, LinkEdit, RowEdit } from '../outbox/record'
import type { Places } from './places'
import { inOrder, united } from './segments'

const longestNote = 4000

/** What came of a merge. */
export interface Merged {
  edits: RowEdit[]
  /** Attributes on which the two disagreed: those of the first were kept. */
  conflicts: string[]
}

/** Pieces of two annotations with nothing but white space between them are one piece again. */
function mergedSegments(first: readonly Segment[], second: readonly Segment[], places: Places): Segment[] {
  const from = (origin: number) => (segment: Segment) => ({ ...segment, origin })
  const all = united(
    [...first.map(from(1)), ...second.map(from(2))],
    (a, b) => a.origin !== b.origin && places.isBlank({ start: a.end, end: b.start }),
  )
  return inOrder(all.map(({ part, start, end }) => ({ part, start, end })))
}

function mergedNote(first: string, second: string): string {
  if (!second || first === second) return first
  const both = first ? `${first}\n${second}` : second
  return both.length > longestNote ? first : both
}

/** Answers of both; an answer by hand goes before one that the tool filled in, else the first one's before the second's. */
function mergedAttributes(first: AnnotationValue, second: AnnotationValue): AnnotationValue['attributes'] {
  const byHand = (key: string) => second.touched.includes(key) && !first.touched.includes(key)
  const kept = Object.entries(first.attributes).filter(([key]) => !byHand(key))
  return { ...second.attributes, ...Object.fromEntries(kept) }
}

function mergedValue(first: AnnotationValue, second: AnnotationValue, places: Places): AnnotationValue {
  return {
    ...first,
    segments: mergedSegments(first.segments, second.segments, places),
    attributes: mergedAttributes(first, second),
    note: mergedNote(first.note, second.note),
    unsure: first.unsure || second.unsure,
    touched: [...new Set([...first.touched, ...second.touched])],
  }
}

/** Links of the annotation that goes, at the one that stays; one that would say nothing new goes. */
function movedLinks(from: string, to: string, links: readonly DeskLink[]): LinkEdit[] {
  const known = links.filter(({ value }) => value.from !== from && value.to !== from).map(({ value }) => value)
  return links
    .filter(({ value }) => value.from === from || value.to === from)
    .map((link) => {
      const after = {
        ...link.value,
        from: link.value.from === from ? to : link.value.from,
        to: link.value.to === from ? to : link.value.to,
      }
      if (after.from === after.to || known.some((value) => sameValue(value, after))) return unlink(link)
      known.push(after)
      return { kind: 'link', id: link.id, before: link.value, after }
    })
}

/**
 * Makes one annotation of two with the same code: the segments, links, notes and answers of both. Where both were
 * answered differently by hand the first one's answer stays.
 * @returns null when together they have too many segments
 */
export function merge(
  first: DeskAnnotation,
  second: DeskAnnotation,
  links: readonly DeskLink[],
  places: Places,
): Merged | null {
  const after = mergedValue(first.value, second.value, places)
  if (after.segments.length > maxSegments) return null
  const conflicts = Object.entries(second.value.attributes).flatMap(([key, value]) => {
    const kept = after.attributes[key]
    return sameValue(kept, value) ? [] : [key]
  })
  const kept: AnnotationEdit = { kind: 'annotation', id: first.id, before: first.value, after }
  const gone: AnnotationEdit = { kind: 'annotation', id: second.id, before: second.value, after: null }
  return { edits: [kept, ...movedLinks(second.id, first.id, links), gone], conflicts }
}

const overlaps = (a: DeskAnnotation, b: DeskAnnotation) =>
  a.value.segments.some((one) => b.value.segments.some((other) => intersection(one, other)))

/**
 * The annotation to merge with: one of the same code that overlaps, or else the next one in the text.
 * @param annotations in the order of the text
 */
export function mergePartner(
  annotations: readonly DeskAnnotation[],
  chosen: DeskAnnotation,
): DeskAnnotation | undefined {
  const at = annotations.findIndex(({ id }) => id === chosen.id)
  const alike = annotations.filter(({ id, value }) => id !== chosen.id && value.code === chosen.value.code)
  const later = new Set(annotations.slice(at + 1))
  return alike.find((one) => overlaps(one, chosen)) ?? alike.find((one) => later.has(one))
}
