import type { AttributeValue } from '../annotation'
import type { Codebook } from '../codebook'
import type { Cluster, DisagreementType } from './cluster'
import type { Cause, DecidedGold, Method, Outcome } from './decision'
import type { Provenance } from './gold'
import type { DifferenceCount } from './outcome-summary'
import type { OwnDifference } from './own-outcome'
import type { ReviewedAnnotation } from './reviewed-document'

/** What a coder reads of the review of the own work. Other coders are letters: no pseudonym, name or id of them is in it. */

/** A document that a coder coded and whose review is open to its coders. */
export interface OutcomeEntry {
  round: { id: string; number: number }
  document: { id: string; number: number; title: string }
  /** Its coders may discuss it; or also read all decisions on it. */
  state: 'discussion' | 'decided'
  /** Stretches and answers in which its coders differ. */
  differing: number
  /** Stretches and answers in which the own work differs from what was decided; null while that cannot be said. */
  ownDifferences: number | null
  comments: number
}

/** A passage that a reviewer sent back to its coders. */
export interface SentBackTask {
  clusterId: string
  document: { id: string; number: number; title: string }
  /** The words of it, cut; "" when it is about the document. */
  quote: string
  reason: string
  /** ISO time. */
  at: string
  /** The own coding, to reopen. */
  codingId: string
  /** Whether the own coding was reopened and submitted again since. */
  isDone: boolean
}

/** Where own work differs from what was decided. */
export interface DifferencePlace {
  documentId: string
  title: string
  clusterId: string | null
  /** The words of the passage, cut; "" where it is about the document. */
  quote: string
}

/** One way in which own work differs from what was decided, with the rule. */
export interface SummaryRow extends DifferenceCount {
  /** The code whose rule was or should have been applied; null for what is about an answer. */
  rule: { key: string; label: string; definition: string } | null
  /** Where, the first few. */
  places: DifferencePlace[]
}

/** What a coder finds of the own work: nothing while nothing is open. */
export interface MyOutcomes {
  entries: OutcomeEntry[]
  tasks: SentBackTask[]
  summary: {
    rows: SummaryRow[]
    /** Decided documents that were compared, those decided last, and all there are. */
    documents: number
    of: number
  }
}

/** One side of a cluster, as a coder sees it. */
export interface OutcomeReading {
  letter: string
  isOwn: boolean
  /** Without the notes of others. */
  annotations: Pick<ReviewedAnnotation, 'id' | 'code' | 'segments' | 'attributes' | 'unsure'>[]
  nothingToCode: boolean
  ineligible: string | null
  /** Of a cluster about an answer. */
  answer: AttributeValue | null
}

/** What was decided, and why. */
export interface OutcomeDecision {
  outcome: Outcome
  method: Method
  annotations: (Pick<ReviewedAnnotation, 'id' | 'code' | 'segments' | 'attributes'> & { reading: string | null })[]
  value: AttributeValue | null
  values: AttributeValue[]
  eligibility: DecidedGold['eligibility']
  cause: Cause | null
  rationale: string
  /** ISO time. */
  decidedAt: string
}

/** A stretch, an answer or the question whether to code: mine beside the decision. */
export interface OutcomeCluster {
  id: string
  kind: Cluster['kind']
  variable: string | null
  start: number
  end: number
  codes: readonly string[]
  types: readonly DisagreementType[]
  readings: OutcomeReading[]
  /** Null while decisions cannot be read. */
  decision: OutcomeDecision | null
  /** How the own work differs from the decision; none where it says the same. */
  ownDifferences: readonly OwnDifference[]
  /** Why it was sent back to the coders. */
  sentBack: string | null
  comments: number
}

/** Own work on one document beside what was decided. */
export interface OutcomeView {
  studyId: string
  round: { id: string; number: number; title: string }
  document: {
    id: string
    number: number
    title: string
    text: string
    language: string
    direction: 'ltr' | 'rtl'
  }
  codebook: Codebook
  state: OutcomeEntry['state']
  /** The own coding as it was submitted last, and what the coder is called. */
  own: {
    codingId: string
    pseudonym: string
    annotations: (OutcomeReading['annotations'][number] & { clusterId: string | null })[]
  }
  /** What was decided, all over the text; empty while decisions cannot be read. */
  decided: {
    id: string
    code: string
    segments: ReviewedAnnotation['segments']
    provenance: Provenance
    reading: string | null
    clusterId: string | null
  }[]
  /** Those in which coders differ, or the own work differs from the decision, in the order of the text. */
  clusters: OutcomeCluster[]
  /** How many others there are: all say the same. */
  agreed: number
  /** Neighbours among the documents that are open. */
  previousId: string | null
  nextId: string | null
}
