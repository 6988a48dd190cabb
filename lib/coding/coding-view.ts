import type { CodedRow } from './change'
import type { Codebook } from './codebook'
import type { CodebookChange } from './codebook-diff'
import type { CoderQuestion } from './coder-question'
import type { EntityNames } from './entity-names'
import type { RoundSwitches } from './round-switches'

/** A part of a document by its role in the article, code points [start, end). What no region covers is body. */
export interface Region {
  kind: 'headline' | 'byline' | 'body' | 'boilerplate'
  start: number
  end: number
}

/** A frozen text with the units computed at import; all offsets are code points. */
export interface DocumentView {
  id: string
  /** Number within the study; exports call the document D0001. */
  number: number
  title: string
  text: string
  /** Length of the text in code points. */
  length: number
  /** BCP 47 tag; "und" when unknown. */
  language: string
  direction: 'ltr' | 'rtl'
  metadata: Record<string, string>
  regions: Region[]
  /** Flat pairs [start0, end0, start1, end1, ...]; so are sentences and tokens. */
  paragraphs: number[]
  sentences: number[]
  tokens: number[]
  /** Ascending offsets inside a grapheme cluster: no span starts or ends there. */
  graphemeInteriors: number[]
}

export type CodingState = 'assigned' | 'open' | 'submitted' | 'adjudicated'

/** Whether a coding in this state was handed in, so that nothing in it changes any more. */
export function isHandedIn(state: CodingState): boolean {
  return state === 'submitted' || state === 'adjudicated'
}

/** Why a document should not have been in the sample, as its coder says; final once the lead confirmed it. */
export interface Ineligible {
  reason: string
  confirmed: boolean
}

/** Everything one coder needs to code one document, and nothing of any other coder. */
export interface CodingView {
  codingId: string
  studyId: string
  studyTitle: string
  state: CodingState
  /** Submitted with no span on purpose. */
  nothingToCode: boolean
  /** 0 is the first independent coding; each reopening makes the next. */
  revision: number
  /** Why this revision was begun; null for the first. */
  reopenReason: string | null
  /** Whether it is submitted, and no later revision has taken its place. */
  reopenable: boolean
  ineligible: Ineligible | null
  /** How long the coder worked on it so far, idle time left out. */
  activeSeconds: number
  /** Place among the coder's own codings of this study, from 1. */
  position: { index: number; of: number }
  /** The coder's neighbouring codings in the own order of work. */
  previousId?: string
  nextId?: string
  document: DocumentView
  codebook: Codebook
  /** All rows of this coding, tombstones included. */
  rows: CodedRow[]
  /** What the round is called, and what the desk may offer in it. */
  round: { title: string; allows: RoundSwitches }
  /** Names the lead approved, sorted, for the attributes that take a person, body, group, place or event. */
  targets: EntityNames[]
  /** Others that this coder wrote in the codings opened last, at most 1,000; none that is an approved name or alias. */
  ownTargets: string[]
  /**
   * What changed in the codebook since the version of the coding that the coder opened last before this one; null when
   * nothing did, and for the first coding.
   */
  codebookNews: { since: string; changes: CodebookChange[] } | null
  /** What this coder asked the lead about this document, oldest first. */
  questions: CoderQuestion[]
}
