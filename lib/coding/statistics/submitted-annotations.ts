import type { AttributeValue, Segment } from '../annotation'

/** What one coder submitted for a document: first submission, annotations that were deleted left out. */
export interface SubmittedAnnotations {
  /** The pseudonym: C01. */
  coder: string
  /** None when the coder submitted the document with nothing to code: a zero everywhere, not a missing value. */
  annotations: readonly SubmittedAnnotation[]
  /** Links between them, by their places in the list; none where links are not compared. */
  links?: readonly { relation: string; from: number; to: number }[]
  /** Variables of the document that the coder filled in; at most one value each. */
  variables: readonly { variable: string; value: AttributeValue }[]
}

export interface SubmittedAnnotation {
  /** Key of the code. */
  code: string
  /** Code points of the frozen text. */
  segments: readonly Segment[]
  attributes: Readonly<Record<string, AttributeValue>>
  unsure: boolean
}

/** In the order of the coders. @throws RangeError when a coder has two codings */
export function byCoder(codings: readonly SubmittedAnnotations[]): SubmittedAnnotations[] {
  const sorted = [...codings].sort((one, other) => (one.coder < other.coder ? -1 : 1))
  const twice = sorted.find(({ coder }, i) => coder === sorted[i - 1]?.coder)
  if (twice) throw new RangeError(`${twice.coder} has two codings of one document`)
  return sorted
}
