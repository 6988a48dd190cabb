import { useRef } from 'react'
import { v7 as newId } from 'uuid'
import type { DecideInput } from '@/lib/coding/review/decision'
import type { DecisionView } from '@/lib/coding/review/review-view'
import { RequestError } from '@/lib/http/client'
import { sliceCodePoints } from '@/lib/text/code-points'
import type { Span } from '@/lib/text/spans'
import type { QueueFilters } from '../../review-queue/filters'
import { stepOf } from '../decide/steps'
import { decideInput } from '../state/decide-input'
import { draftProblems } from '../state/draft-problems'
import { type Done, draftOf, isShown, type Sent } from '../state/review-state'
import type { ReviewStore } from '../state/use-review-store'
import { deskTexts } from '../texts/desk-texts'
import { readCluster, readQueue, sendDecision } from './requests'

interface DecidingParts {
  studyId: string
  filters: QueueFilters
  store: ReviewStore
  /** Says something to everybody, for a while where it tells of something done, or to screen readers alone. */
  explain(text: string): void
  confirm(text: string): void
  say(text: string): void
  /** Whether texts are still being compared. */
  isComparing(): boolean
  /** Another cluster, or none, came on the desk. */
  onMoved(): void
}

/** The decision that was in the way, when an answer says that there was one. */
function conflictIn(error: unknown): { decision: DecisionView | null } | null {
  if (!(error instanceof RequestError) || error.body.code !== 'conflict') return null
  return { decision: (error.body.current as DecisionView | null | undefined) ?? null }
}

/** Whether there is no such cluster any more: its annotations changed, or its text holds nothing to code. */
function isGone(error: unknown): boolean {
  return error instanceof RequestError && error.body.code === 'not_found'
}

/**
 * A decision keeps its id while it says the same and no answer came: sent twice, it is decided once. Once it was answered
 * the id is forgotten: to decide the same after a decision was taken back is another decision.
 */
function useDecisionId() {
  const ids = useRef(new Map<string, string>())
  return {
    idOf: (content: unknown): string => {
      const text = JSON.stringify(content)
      const id = ids.current.get(text) ?? newId()
      ids.current.set(text, id)
      return id
    },
    forgetIds: (): void => ids.current.clear(),
  }
}

/** Who asked last: of several clusters asked for in a row only the last one comes on the desk. */
function useTurns() {
  const last = useRef(0)
  return {
    takeTurn: (): number => {
      last.current += 1
      return last.current
    },
    isLast: (turn: number): boolean => turn === last.current,
  }
}

/** What goes to the server from the desk, and what comes back. */
export function useDeciding(parts: DecidingParts) {
  const { studyId, filters, store, explain, confirm, say, isComparing, onMoved } = parts
  const { dispatch, now } = store
  const { idOf, forgetIds } = useDecisionId()
  const { takeTurn, isLast } = useTurns()

  const shownId = (): string | null => now().view?.id ?? null

  /** @param clusterId what was on the desk when it was asked for */
  function fail(error: unknown, clusterId: string | null): void {
    if (!(error instanceof RequestError)) throw error
    dispatch({ type: 'failed', clusterId, message: error.message })
    explain(error.message)
  }

  /** Puts a cluster on the desk, unless another one is asked for before it comes. */
  async function open(clusterId: string, turn = takeTurn()): Promise<void> {
    if (!isLast(turn)) return
    const from = shownId()
    dispatch({ type: 'reading' })
    try {
      const view = await readCluster(studyId, clusterId, filters)
      if (!isLast(turn)) return
      dispatch({ type: 'opened', view })
      onMoved()
    } catch (error) {
      if (!isLast(turn)) return
      if (isGone(error)) await openFirst(from, turn)
      else fail(error, from)
    }
  }

  /** Puts the hardest cluster of the queue on the desk: what was meant is no longer there. @param from what was on it */
  async function openFirst(from: string | null, turn: number): Promise<void> {
    try {
      const [first] = (await readQueue(studyId, filters)).entries
      const view = first && (await readCluster(studyId, first.id, filters))
      if (!isLast(turn)) return
      dispatch(view ? { type: 'opened', view } : { type: 'ended' })
      explain(deskTexts.goneOn)
      onMoved()
    } catch (error) {
      if (isLast(turn)) fail(error, from)
    }
  }

  /** Reads the cluster on the desk again: somebody did something. */
  async function readAgain(): Promise<void> {
    const { view } = now()
    if (!view) return
    try {
      dispatch({ type: 'told', view: await readCluster(studyId, view.id, filters) })
    } catch (error) {
      // Its annotations are gone: what takes their place has another id.
      if (!isGone(error)) return
      explain(deskTexts.gone)
    }
  }

  async function send(sent: Sent, input: DecideInput): Promise<void> {
    const { clusterId } = sent
    dispatch({ type: 'deciding' })
    try {
      const { decision, next, left } = await sendDecision(studyId, clusterId, filters, input)
      forgetIds()
      dispatch({ type: 'decided', sent, decision, next, left })
      confirm(deskTexts.decided(decision.outcome, left, isComparing()))
      onMoved()
    } catch (error) {
      const conflict = conflictIn(error)
      if (!conflict) {
        fail(error, clusterId)
        return
      }
      forgetIds()
      dispatch({ type: 'conflicted', clusterId, decision: conflict.decision })
      if (isShown(now(), clusterId)) say(deskTexts.conflict.said)
      else explain(deskTexts.conflict.elsewhere)
    }
  }

  /** Decides what is drafted, unless something is missing. @param supersedes the decision to put it in the place of */
  async function decide(supersedes?: string): Promise<void> {
    const state = now()
    const { view, pending } = state
    if (!view || pending || !view.may.decide) return
    const draft = draftOf(state)
    const { text } = view.document
    const slice = ({ start, end }: Span) => sliceCodePoints(text, start, end)
    const content = decideInput(view, draft, view.id, slice)
    const problems = draftProblems(view, draft, content, slice)
    if (!content || Object.keys(problems).length > 0) {
      dispatch({ type: 'refused', problems })
      const [[field, problem] = ['', deskTexts.chooseFirst]] = Object.entries(problems)
      // What is wrong with a field stands beside it, which reads it out.
      if (!stepOf(field)) explain(problem)
      return
    }
    const meant = { ...content, ...(supersedes ? { supersedes } : {}) }
    const { id: clusterId, inputKey, document } = view
    await send({ clusterId, inputKey, documentId: document.id, draft }, { ...meant, id: idOf(meant) })
  }

  /** Takes a decision back and puts its cluster on the desk. @param draft what it was made from, to go on with */
  async function withdraw(entry: Pick<Done, 'clusterId' | 'inputKey' | 'decisionId'>, draft?: Done['draft']) {
    const turn = takeTurn()
    const { clusterId, inputKey, decisionId } = entry
    const content = { inputKey, supersedes: decisionId, outcome: 'withdraw' as const, method: 'arbiter' as const }
    const empty = { accepted: [], annotations: [], value: null, eligibility: null, participants: [] }
    const input = { ...content, ...empty, id: idOf({ clusterId, ...content }), cause: null, rationale: '' }
    const from = shownId()
    dispatch({ type: 'deciding' })
    try {
      await sendDecision(studyId, clusterId, filters, input)
      forgetIds()
      dispatch({ type: 'withdrawn', decisionId, clusterId, ...(draft ? { draft } : {}) })
      confirm(deskTexts.withdrawn)
      await open(clusterId, turn)
    } catch (error) {
      if (!conflictIn(error)) {
        fail(error, from)
        return
      }
      forgetIds()
      // Somebody decided it again since: nothing is left to take back.
      dispatch({ type: 'withdrawn', decisionId, clusterId })
      await open(clusterId, turn)
      explain(deskTexts.decidedSince)
    }
  }

  return {
    ...{ readAgain, decide },
    open: (clusterId: string): Promise<void> => open(clusterId),
    /** Takes the last decision made here back and goes on with it. */
    undoLast: async (): Promise<void> => {
      const [last] = now().done
      if (now().pending) return
      if (last) await withdraw(last, last.draft)
      else explain(deskTexts.nothingToUndo)
    },
    /** Takes the decision on the desk back, whoever made it. */
    withdrawShown: async (): Promise<void> => {
      const { view, pending } = now()
      if (!view?.decision || pending) return
      await withdraw({ clusterId: view.id, inputKey: view.inputKey, decisionId: view.decision.id })
    },
  }
}
