import type { AttributeValue } from '../annotation'
import type { Codebook } from '../codebook'
import type { DocumentView } from '../coding-view'
import type { Cluster, DisagreementType } from './cluster'
import type { Cause, DecidedGold, Method, Outcome } from './decision'
import type { ReviewedAnnotation, ReviewedLink } from './reviewed-document'

/** What the screens of the review show. Coders are letters while names are hidden: then no pseudonym is in it. */

export type ReviewState = 'open' | 'decided' | 'stale' | 'sent_back'

/** One line of the queue. */
export interface QueueEntry {
  id: string
  document: { id: string; number: number; title: string }
  kind: Cluster['kind']
  family: string
  variable: string | null
  codes: string[]
  types: DisagreementType[]
  state: ReviewState
  cause: Cause | null
  /** The words of it, cut at 120 code points; "" when it is about the document. */
  quote: string
  assignee: string | null
}

export interface ReviewRound {
  id: string
  number: number
  title: string
  /** Whether reviewers see who coded what. */
  showNames: boolean
  /** ISO time since which its coders may discuss and see decisions; null while they are blind. */
  releasedAt: string | null
  /** Whether every coder has submitted every document. */
  isComplete: boolean
}

export interface QueueCounts {
  /** Of all clusters that the other filters leave, by each value of the filter; agreed ones count as "agreed". */
  types: Partial<Record<DisagreementType | 'agreed', number>>
  states: Partial<Record<ReviewState, number>>
  codes: Record<string, number>
  causes: Partial<Record<Cause, number>>
}

export interface ReviewQueue {
  round: ReviewRound
  rounds: { id: string; number: number; title: string }[]
  entries: QueueEntry[]
  /** Clusters that the filters leave. */
  total: number
  /** Passes as `after` for the next page; null on the last. */
  next: string | null
  counts: QueueCounts
  /** Clusters to decide in the whole round: open, stale or sent back, agreement included. */
  left: number
  /** Agreed clusters that nobody accepted yet, and clusters that each rule would decide. */
  inOneStep: { unanimous: number; trivial: number; half: number }
  /** The last steps for many clusters that can be taken back, the last first. */
  batches: { id: string; method: Method; rule: string; decisions: number; at: string; by: string }[]
  documents: { reviewable: number; waiting: number; all: number }
  /** Documents whose clusters are being made again; null when all are as they should be. */
  computing: { done: number; of: number } | null
  /** Codings reopened after their first submission: the report counts first submissions only. */
  revised: number
  pairs: string[]
  codes: { key: string; label: string }[]
  documentsInIt: { id: string; number: number; title: string }[]
  reviewers: { id: string; name: string }[]
  /** Issues of the codebook that nobody resolved yet, of the whole study. */
  openIssues: number
  /** What the reader may do beside reading. */
  may: { decide: boolean; manage: boolean }
}

/** One coder's side of a cluster. */
export interface ReadingView {
  /** A, B, ...: in an order of its own for each cluster, so that nobody is always A. */
  letter: string
  /** Pseudonym and name; null while names are hidden. */
  coder: { pseudonym: string; name: string } | null
  /** 0 while names are hidden. */
  revision: number
  codebookVersion: string
  nothingToCode: boolean
  /** Reason for which the coder holds the document not eligible. */
  ineligible: string | null
  annotations: ReviewedAnnotation[]
  links: ReviewedLink[]
  /** Of a cluster about an answer; undefined when the coder gave none. */
  answer?: AttributeValue
  /** What the coder says in the discussion: the letter of the reading it is for. */
  stance: string | null
}

/** A difference in terms of letters. */
export interface DifferenceView {
  type: DisagreementType
  readings: [string, string]
  members: { reading: string; annotationId: string }[]
  attribute?: string
  iou?: number
}

export interface DecisionView {
  id: string
  clusterId: string
  outcome: Outcome
  method: Method
  /**
   * By letters; of decisions on an input that changed, those readings that are still there. Empty for decisions made in
   * one step, which take everybody's.
   */
  accepted: { reading: string; annotationId: string }[]
  gold: DecidedGold
  participants: string[]
  by: string
  byCodedDocument: boolean
  namesHidden: boolean
  cause: Cause | null
  rationale: string
  /** ISO time. */
  decidedAt: string
  supersedes: string | null
  batchId: string | null
}

export interface CommentView {
  id: string
  /** A name; a letter of a coder while names are hidden. */
  author: string
  isOwn: boolean
  text: string
  mentions: string[]
  /** ISO time. */
  at: string
}

/** Everything that a reviewer needs to decide one cluster. */
export interface ClusterView {
  studyId: string
  round: ReviewRound
  document: DocumentView
  codebook: Codebook
  id: string
  inputKey: string
  kind: Cluster['kind']
  family: string
  variable: string | null
  start: number
  end: number
  codes: string[]
  types: DisagreementType[]
  state: ReviewState
  readings: ReadingView[]
  /** Annotations of different readings that are each other's partners, by place. */
  rows: { reading: string; annotationId: string }[][]
  differences: DifferenceView[]
  /** The decision in force, of a void cluster the one on its document, or the stale one. */
  decision: DecisionView | null
  /** What was decided last, the last first. */
  history: DecisionView[]
  comments: CommentView[]
  /** Names the lead approved, for attributes that take an entity. */
  targets: { name: string; aliases: readonly string[] }[]
  /** Issues of the codebook that this cluster is linked to. */
  issues: { id: string; code: string; text: string; isResolved: boolean }[]
  /** Whether the reader coded this document too. */
  codedByReader: boolean
  may: { decide: boolean; manage: boolean }
  /** Neighbours in the queue under the same filters, and how many of it are left. */
  previousId: string | null
  nextId: string | null
  left: number
}
