import type { AnnotationValue } from '../annotation'
import type { Cluster, Member } from './cluster'
import type { ReviewedAnnotation, ReviewedDocument } from './reviewed-document'

/**
 * An annotation as it becomes gold: entities by their canonical names; without the note, which is the coder's own, and
 * without what was set by hand.
 */
export function goldValue({ code, segments, compared, unsure }: ReviewedAnnotation): AnnotationValue {
  return { code, segments: [...segments], attributes: { ...compared }, note: '', unsure, touched: [] }
}

/** The annotations of a document by coder and id. */
export class ReviewedAnnotations {
  readonly #byMember: ReadonlyMap<string, ReviewedAnnotation>

  constructor({ codings }: Pick<ReviewedDocument, 'codings'>) {
    this.#byMember = new Map(
      codings.flatMap(({ coder, annotations }) =>
        annotations.map((annotation): [string, ReviewedAnnotation] => [`${coder} ${annotation.id}`, annotation]),
      ),
    )
  }

  /** Undefined for one that is not in the newest submitted revision. */
  of({ coder, annotationId }: Member): ReviewedAnnotation | undefined {
    return this.#byMember.get(`${coder} ${annotationId}`)
  }
}

/** All annotations of a cluster, by coder. */
export function membersOf({ readings }: Pick<Cluster, 'readings'>): Member[] {
  return readings.flatMap(({ coder, annotationIds }) => annotationIds.map((annotationId) => ({ coder, annotationId })))
}
