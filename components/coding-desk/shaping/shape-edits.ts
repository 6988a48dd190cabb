import { v7 as newRowId } from 'uuid'
import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import type { Code, Codebook } from '@/lib/coding/codebook'
import { maxSegments } from '@/lib/coding/segments'
import type { Span } from '@/lib/text/spans'
import { type DeskAnnotation, recode } from '../annotations/edits'
import type { AnnotationEdit } from '../outbox/record'
import { inOrder, united } from './segments'

type Part = Segment['part']

/** Gives an annotation these segments, in order and each part's overlapping ones as one. */
export function reshape(annotation: DeskAnnotation, segments: readonly Segment[]): AnnotationEdit {
  const after: AnnotationValue = { ...annotation.value, segments: inOrder(united(segments)) }
  return { kind: 'annotation', id: annotation.id, before: annotation.value, after }
}

/** Adds a stretch to an annotation, as a further segment of a part. @returns null where no more fit */
export function addSegment(annotation: DeskAnnotation, part: Part, span: Span): AnnotationEdit | null {
  const edit = reshape(annotation, [...annotation.value.segments, { part, start: span.start, end: span.end }])
  return (edit.after?.segments.length ?? 0) > maxSegments ? null : edit
}

/** Takes a segment away. @returns null for the only one: an annotation is never empty */
export function removeSegment(annotation: DeskAnnotation, index: number): AnnotationEdit | null {
  const { segments } = annotation.value
  if (segments.length < 2 || !segments[index]) return null
  return reshape(
    annotation,
    segments.filter((_, at) => at !== index),
  )
}

/** Says of a segment that it is another part. */
export function changePart(annotation: DeskAnnotation, index: number, part: Part): AnnotationEdit {
  return reshape(
    annotation,
    annotation.value.segments.map((segment, at) => (at === index ? { ...segment, part } : segment)),
  )
}

/** Puts a segment on another stretch; with one segment that is the whole annotation. */
export function moveSegment(annotation: DeskAnnotation, index: number, { start, end }: Span): AnnotationEdit {
  return reshape(
    annotation,
    annotation.value.segments.map((segment, at) => (at === index ? { ...segment, start, end } : segment)),
  )
}

/** A second annotation on the same stretches with another code; answers that the other code asks for too go along. */
export function duplicate(codebook: Codebook, annotation: DeskAnnotation, code: Code): AnnotationEdit {
  return { ...recode(codebook, annotation, code), id: newRowId(), before: null }
}
