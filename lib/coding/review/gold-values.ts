import { CharacterKinds } from '../../text/spans'
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

const known = new WeakMap<ReviewedDocument, ReviewedAnnotations>()

/** The annotations of a document by coder and id, put in order once for all that is asked of it. */
export class ReviewedAnnotations {
  readonly #text: string
  readonly #byMember: ReadonlyMap<string, ReviewedAnnotation>
  #kinds: CharacterKinds | null = null

  private constructor({ text, codings }: ReviewedDocument) {
    this.#text = text
    this.#byMember = new Map(
      codings.flatMap(({ coder, annotations }) =>
        annotations.map((annotation): [string, ReviewedAnnotation] => [`${coder} ${annotation.id}`, annotation]),
      ),
    )
  }

  static in(document: ReviewedDocument): ReviewedAnnotations {
    const annotations = known.get(document) ?? new ReviewedAnnotations(document)
    known.set(document, annotations)
    return annotations
  }

  /** Undefined for one that is not in the newest submitted revision. */
  of({ coder, annotationId }: Member): ReviewedAnnotation | undefined {
    return this.#byMember.get(`${coder} ${annotationId}`)
  }

  /** The characters of the text. */
  get kinds(): CharacterKinds {
    this.#kinds ??= new CharacterKinds(this.#text)
    return this.#kinds
  }
}

/** All annotations of a cluster, by coder. */
export function membersOf({ readings }: Pick<Cluster, 'readings'>): Member[] {
  return readings.flatMap(({ coder, annotationIds }) => annotationIds.map((annotationId) => ({ coder, annotationId })))
}
