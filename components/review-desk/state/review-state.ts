import type { ClusterView, DecisionView } from '@/lib/coding/review/review-view'
import type { RowEdit } from '../../coding-desk/outbox/record'
import { type Draft, emptyDraft, isBegun, stillFitting, stillHeld, travelled, withEdits } from './draft'

/** What a decision was sent about: when the answer comes, another cluster may be on the desk. */
export interface Sent {
  clusterId: string
  inputKey: string
  documentId: string
  /** What it was made from: to go on where it is taken back. */
  draft: Draft
}

/** A decision made at this desk since it was opened, which can be taken back. */
export interface Done extends Sent {
  decisionId: string
}

/** What came in from others about the cluster on the desk. */
export type News = { kind: 'decided'; decision: DecisionView } | { kind: 'withdrawn' } | { kind: 'changed' }

export interface ReviewState {
  /** The cluster on the desk; null when the filters leave none to decide. */
  view: ClusterView | null
  /** By cluster: going on to the next one loses nothing. */
  drafts: ReadonlyMap<string, Draft>
  /** What is on its way. */
  pending: 'deciding' | 'reading' | null
  /** What went wrong, by the field it is about; "" for what is about none. */
  problems: Readonly<Record<string, string>>
  /** The decision that somebody else made first; the own draft stays. Null without one when the input changed. */
  conflict: { decision: DecisionView | null } | null
  news: News | null
  done: readonly Done[]
  left: number
}

export type ReviewAction =
  | { type: 'found'; drafts: ReadonlyMap<string, Draft> }
  | { type: 'reading' }
  | { type: 'opened'; view: ClusterView }
  | { type: 'ended' }
  | { type: 'drafted'; change: Partial<Draft> }
  | { type: 'edited'; edits: readonly RowEdit[]; group?: string | undefined }
  | { type: 'travelled'; way: 'undo' | 'redo' }
  | { type: 'refused'; problems: Record<string, string> }
  | { type: 'deciding' }
  /** `clusterId` is what was on the desk when it was asked for; null when nothing was. */
  | { type: 'failed'; clusterId: string | null; message: string }
  | { type: 'conflicted'; clusterId: string; decision: DecisionView | null }
  | { type: 'settled' }
  | { type: 'decided'; sent: Sent; decision: DecisionView; next: ClusterView | null; left: number }
  | { type: 'withdrawn'; decisionId: string; clusterId: string; draft?: Draft }
  | { type: 'told'; view: ClusterView }

/** The state with which a desk opens. @param left how many are to be decided where there is no cluster */
export function firstState(view: ClusterView | null, left = 0): ReviewState {
  return {
    ...{ view, drafts: new Map(), pending: null, problems: {}, conflict: null, news: null, done: [] },
    left: view?.left ?? left,
  }
}

/** What the reviewer is about to decide of the cluster on the desk. */
export function draftOf({ view, drafts }: ReviewState): Draft {
  return (view && drafts.get(view.id)) ?? emptyDraft
}

/** Whether this cluster is on the desk; null when nothing should be. */
export function isShown({ view }: ReviewState, clusterId: string | null): boolean {
  return (view?.id ?? null) === clusterId
}

function withDraft(state: ReviewState, draft: Draft | null): ReviewState['drafts'] {
  const drafts = new Map(state.drafts)
  if (!state.view) return drafts
  if (draft && isBegun(draft)) drafts.set(state.view.id, draft)
  else drafts.delete(state.view.id)
  return drafts
}

function opened(state: ReviewState, view: ClusterView | null, left: number): ReviewState {
  const known = view && state.drafts.get(view.id)
  const drafts = view && known ? new Map(state.drafts).set(view.id, stillHeld(known, view)) : state.drafts
  return { ...state, view, left, drafts, pending: null, problems: {}, conflict: null, news: null }
}

/** What is new in a cluster that is on the desk already. */
function newsOf(before: ClusterView, now: ClusterView): News | null {
  if (before.inputKey !== now.inputKey) return { kind: 'changed' }
  if (before.decision?.id === now.decision?.id && before.state === now.state) return null
  if (now.decision && now.state !== 'open') return { kind: 'decided', decision: now.decision }
  return { kind: 'withdrawn' }
}

function told(state: ReviewState, view: ClusterView): ReviewState {
  // What was on its way may be about another cluster by now, or tell again what is known.
  if (state.view?.id !== view.id || state.pending === 'deciding') return state
  const news = newsOf(state.view, view) ?? state.news
  const drafts =
    state.view.inputKey === view.inputKey ? state.drafts : withDraft(state, stillFitting(draftOf(state), view))
  return { ...state, view, drafts, news, left: view.left }
}

/** The desk goes on to the next cluster, unless the reviewer went on to another one before the answer came. */
function decided(state: ReviewState, action: Extract<ReviewAction, { type: 'decided' }>): ReviewState {
  const { sent, decision, next, left } = action
  const drafts = new Map(state.drafts)
  drafts.delete(sent.clusterId)
  const after = { ...state, drafts, done: [{ ...sent, decisionId: decision.id }, ...state.done] }
  return isShown(state, sent.clusterId) ? opened(after, next, left) : { ...after, left }
}

/** What a decision was made from is drafted again, whichever cluster is on the desk by then. */
function withdrawn(state: ReviewState, action: Extract<ReviewAction, { type: 'withdrawn' }>): ReviewState {
  const { decisionId, clusterId, draft } = action
  const drafts = draft ? new Map(state.drafts).set(clusterId, draft) : state.drafts
  return { ...state, drafts, done: state.done.filter((one) => one.decisionId !== decisionId) }
}

/** Drafts of before a reload; of the cluster on the desk only what still fits it, of others when they are opened. */
function found(state: ReviewState, stored: ReviewState['drafts']): ReviewState {
  const drafts = new Map([...stored, ...state.drafts])
  const own = state.view && stored.get(state.view.id)
  if (state.view && own && !state.drafts.has(state.view.id)) drafts.set(state.view.id, stillHeld(own, state.view))
  return { ...state, drafts }
}

/** All that ever happens at the desk. */
export function reduce(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'found':
      return found(state, action.drafts)
    case 'reading':
      return { ...state, pending: 'reading', problems: {} }
    case 'opened':
      return opened(state, action.view, action.view.left)
    case 'ended':
      return opened(state, null, 0)
    case 'drafted':
      return { ...state, problems: {}, drafts: withDraft(state, { ...draftOf(state), ...action.change }) }
    case 'edited':
      return { ...state, problems: {}, drafts: withDraft(state, withEdits(draftOf(state), action.edits, action.group)) }
    case 'travelled': {
      const draft = travelled(draftOf(state), action.way)
      return draft ? { ...state, drafts: withDraft(state, draft) } : state
    }
    case 'refused':
      return { ...state, pending: null, problems: action.problems }
    case 'deciding':
      return { ...state, pending: 'deciding', problems: {} }
    case 'failed':
      return isShown(state, action.clusterId) ? { ...state, pending: null, problems: { '': action.message } } : state
    case 'conflicted':
      return isShown(state, action.clusterId)
        ? { ...state, pending: null, conflict: { decision: action.decision } }
        : state
    case 'settled':
      return { ...state, conflict: null, news: null }
    case 'decided':
      return decided(state, action)
    case 'withdrawn':
      return withdrawn(state, action)
    case 'told':
      return told(state, action.view)
  }
}
