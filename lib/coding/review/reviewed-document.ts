import type { AttributeValue, Segment } from '../annotation'

/** What the review compares: of each coder the newest submitted revision, never work that is still going on. */

export interface ReviewedAnnotation {
  id: string
  /** The same stretch across revisions of a coding. */
  lineageId: string
  /** Key of the code. */
  code: string
  /** Code points of the frozen text. */
  segments: readonly Segment[]
  /** As the coder wrote them. */
  attributes: Readonly<Record<string, AttributeValue>>
  /** As they are compared: entities by their canonical names. */
  compared: Readonly<Record<string, AttributeValue>>
  note: string
  unsure: boolean
}

export interface ReviewedLink {
  id: string
  relation: string
  /** Ids of annotations of the same coding. */
  from: string
  to: string
}

export interface ReviewedAnswer {
  variable: string
  /** As the coder wrote it, and as it is compared. */
  value: AttributeValue
  compared: AttributeValue
}

/** One coder's newest submitted revision of one document. */
export interface ReviewedCoding {
  codingId: string
  /** The pseudonym: C01. */
  coder: string
  revision: number
  /** e.g. 1.0.0 */
  codebookVersion: string
  /** Submitted with no span on purpose: a party with nothing, never a missing one. */
  nothingToCode: boolean
  annotations: readonly ReviewedAnnotation[]
  links: readonly ReviewedLink[]
  answers: readonly ReviewedAnswer[]
}

/** A coder who holds the document not eligible: no party to what its spans are, but to whether it should be coded. */
export interface IneligibleClaim {
  codingId: string
  coder: string
  revision: number
  /** e.g. 1.0.0 */
  codebookVersion: string
  reason: string
}

/** One document of one round as it is reviewed. Every coder who was to code it has submitted or holds it not eligible. */
export interface ReviewedDocument {
  roundId: string
  documentId: string
  /** Of the study. Names made with it tell nobody whose readings they stand for; see identity.ts. */
  secret: string
  text: string
  /** In code points. */
  length: number
  /** BCP 47 tag; "und" when unknown. */
  language: string
  /** At most one per coder. */
  codings: readonly ReviewedCoding[]
  ineligible: readonly IneligibleClaim[]
}
