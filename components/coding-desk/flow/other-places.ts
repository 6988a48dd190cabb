import { v7 as newRowId } from 'uuid'
import type { SearchableText } from '@/lib/text/search'
import type { Span } from '@/lib/text/spans'
import type { DeskAnnotation } from '../annotations/edits'
import type { AnnotationEdit } from '../outbox/record'

/** More places than these are no repetition of a name but of a syllable. */
const mostPlaces = 500

/**
 * Where else in the text the words of an annotation stand, as whole words, and are not coded the same way yet.
 * @param words of the annotation
 * @param isEdge whether a word of the text begins or ends at an offset
 */
export function otherPlaces(
  text: SearchableText,
  words: string,
  { value }: DeskAnnotation,
  annotations: readonly DeskAnnotation[],
  isEdge: (offset: number) => boolean,
): Span[] {
  const coded = annotations.filter((one) => one.value.code === value.code).flatMap((one) => one.value.segments)
  const isFree = ({ start, end }: Span) => !coded.some((segment) => segment.start < end && segment.end > start)
  return text.find(words, mostPlaces).filter((span) => isEdge(span.start) && isEdge(span.end) && isFree(span))
}

/** Codes another place like an annotation. Its answers are copied and count as proposed: the coder touched none. */
export function codeLike({ value }: DeskAnnotation, span: Span): AnnotationEdit {
  const { code, attributes, segments } = value
  const after = {
    ...{ code, attributes, note: '', unsure: false, touched: [], origin: 'suggestion' as const },
    segments: [{ part: segments[0]?.part ?? 'span', start: span.start, end: span.end }],
  }
  return { kind: 'annotation', id: newRowId(), before: null, after }
}
