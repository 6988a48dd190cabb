import type { ReadingView } from '@/lib/coding/review/review-view'
import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'

/** An annotation of a reading, as reviewers name it: "A", or "A2" where the reading has several. */
export interface Member {
  reading: string
  annotationId: string
  name: string
  annotation: ReviewedAnnotation
}

/** Names a member for sets and maps: coders' annotations may have the same id. */
export function memberKey({ reading, annotationId }: Pick<Member, 'reading' | 'annotationId'>): string {
  return `${reading} ${annotationId}`
}

/** All annotations of the readings, reading by reading in the order of the text. */
export function membersOf(readings: readonly ReadingView[]): Member[] {
  return readings.flatMap(({ letter, annotations }) =>
    annotations.map((annotation, index) => ({
      ...{ reading: letter, annotationId: annotation.id, annotation },
      name: annotations.length > 1 ? `${letter}${index + 1}` : letter,
    })),
  )
}
