import type { AnnotationValue, AttributeValue } from '../annotation'
import type { Cluster } from './cluster'
import type { Decision } from './decision'
import { goldAnswers } from './gold-answers'
import { goldLinks } from './gold-links'
import { goldPieces } from './gold-pieces'
import type { ReviewedDocument } from './reviewed-document'
import { standingsIn } from './standing'
import { goldEligibility } from './stood-clusters'

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

/** A link between two annotations of gold. */
export interface GoldLink {
  /** The same after every recomputation (UUID version 5). */
  id: string
  relation: string
  /** Ids of annotations of gold. */
  from: string
  to: string
}

/** The gold of one document: derived from codings and decisions, never stored. */
export interface Gold {
  annotations: readonly GoldAnnotation[]
  links: readonly GoldLink[]
  answers: readonly GoldAnswer[]
  /** Set when it was decided, or all agree, that the document holds nothing or should not be in the sample. */
  eligibility: 'nothing' | 'not_eligible' | null
  /**
   * Clusters that are still to be decided: while there are any, gold is not complete. Agreed ones that nobody accepted
   * yet are among them, though they are gold already. What a decision on eligibility makes void is none.
   */
  open: number
}

/**
 * The gold of a document by its codings, their clusters and what was decided on them, in the order of the text. What all
 * agree on is gold before anybody accepts it; what is stale, sent back or undecided is not. A decision that the document
 * holds nothing takes its annotations away, one that it should not be in the sample its answers too. Links are those of
 * the accepted annotations whose other end, or a partner of it, is gold.
 * @param clusters as `clustersOf` makes them of this document
 * @param decisions of its round and document, in any order
 */
export function goldOf(document: ReviewedDocument, clusters: readonly Cluster[], decisions: readonly Decision[]): Gold {
  const stood = standingsIn(clusters, decisions)
  const eligibility = goldEligibility(document, stood)
  const relevant = stood.filter(({ isVoid }) => !isVoid)
  const pieces = eligibility === null ? goldPieces(document, relevant) : []
  return {
    annotations: pieces.map(({ annotation }) => annotation),
    links: goldLinks(document, clusters, pieces),
    answers: eligibility === 'not_eligible' ? [] : goldAnswers(document, relevant),
    eligibility,
    open: relevant.filter(({ state }) => state !== 'decided').length,
  }
}
