import type { AnnotationValue, AttributeValue } from '../annotation'

/**
 * Where a piece of gold comes from: all coders agree, somebody decided, only one coder coded the document, or it is one
 * of the readings of a double reading.
 */
export type Provenance = 'agreed' | 'adjudicated' | 'single' | 'both_readings'

export interface GoldAnnotation {
  /** The same after every recomputation (UUID version 5). */
  id: string
  value: AnnotationValue
  provenance: Provenance
  /** Of a double reading: A, B, ... */
  reading: string | null
  /** Coders whose annotations it comes from. */
  coders: readonly string[]
  clusterId: string | null
  decisionId: string | null
}

export interface GoldAnswer {
  variable: string
  value: AttributeValue
  provenance: Provenance
  reading: string | null
  clusterId: string | null
  decisionId: string | null
}

/** The gold of one document: derived from codings and decisions, never stored. */
export interface Gold {
  annotations: readonly GoldAnnotation[]
  answers: readonly GoldAnswer[]
  /** Set when it was decided that the document holds nothing, or should not be in the sample. */
  eligibility: 'nothing' | 'not_eligible' | null
  /** Clusters that are still to be decided: while there are any, gold is not complete. */
  open: number
}
