import { type Draft, emptyDraft } from '@/components/review-desk/state/draft'
import {
  draftOf,
  firstState,
  type ReviewAction,
  type ReviewState,
  reduce,
  type Sent,
} from '@/components/review-desk/state/review-state'
import { annotation, clusterView, decisionView, reading } from '../../support/cluster-view'
import { uuid } from '../coding-desk/coding-view'

const following = (state: ReviewState, ...actions: ReviewAction[]) => actions.reduce(reduce, state)
const drafted: ReviewAction = { type: 'drafted', change: { outcome: 'keep_both', rationale: 'Both.' } }
const both: Draft = { ...emptyDraft, outcome: 'keep_both', rationale: 'Both.' }
const sent: Sent = { clusterId: uuid(100), inputKey: uuid(101), documentId: uuid(3), draft: both }
const other = clusterView({ id: uuid(110), inputKey: uuid(111), left: 7 })

describe('the state of the review desk', () => {
  test('goes on to the next cluster with a decision, and remembers what it was made from', () => {
    const decision = decisionView({ id: uuid(201), outcome: 'keep_both' })
    const state = following(
      firstState(clusterView()),
      drafted,
      { type: 'deciding' },
      { type: 'decided', sent, decision, next: other, left: 7 },
    )
    expect(state).toMatchObject({ view: { id: uuid(110) }, pending: null, left: 7 })
    expect(draftOf(state).outcome).toBeNull()
    expect(state.done).toMatchObject([{ clusterId: uuid(100), decisionId: uuid(201), draft: { rationale: 'Both.' } }])
  })

  test('ends where nothing is left', () => {
    const state = following(firstState(clusterView()), {
      type: 'decided',
      sent,
      decision: decisionView(),
      next: null,
      left: 0,
    })
    expect(state).toMatchObject({ view: null, left: 0 })
  })

  test('keeps a draft while another cluster is looked at', () => {
    const away = following(firstState(clusterView()), drafted, { type: 'opened', view: other })
    expect(draftOf(away).outcome).toBeNull()
    const back = following(away, { type: 'opened', view: clusterView() })
    expect(draftOf(back)).toMatchObject({ outcome: 'keep_both', rationale: 'Both.' })
  })

  test('tells a decision of somebody else as news, and leaves the draft alone', () => {
    const decision = decisionView()
    const told = clusterView({ decision, state: 'decided' })
    const state = following(firstState(clusterView()), drafted, { type: 'told', view: told })
    expect(state).toMatchObject({
      news: { kind: 'decided', decision: { by: 'Kim Adler' } },
      view: { state: 'decided' },
    })
    expect(draftOf(state).rationale).toBe('Both.')
  })

  test('takes its own echo for no news', () => {
    const state = following(firstState(clusterView()), { type: 'told', view: clusterView({ left: 3 }) })
    expect(state).toMatchObject({ news: null, left: 3 })
  })

  test('drops from a draft what is no longer there when the input changes', () => {
    const taking: ReviewAction = {
      type: 'drafted',
      change: { outcome: 'accept', taken: [`A ${uuid(20)}`, `B ${uuid(21)}`] },
    }
    const changed = clusterView({
      inputKey: uuid(102),
      readings: [reading('A', [annotation(20, 'hero', 0, 21)]), reading('B', [annotation(29, 'hero', 0, 16)])],
    })
    const state = following(firstState(clusterView()), taking, { type: 'told', view: changed })
    expect(state.news).toEqual({ kind: 'changed' })
    expect(draftOf(state).taken).toEqual([`A ${uuid(20)}`])
  })

  test('holds a conflict beside the draft until it is settled', () => {
    const state = following(firstState(clusterView()), drafted, {
      ...{ type: 'conflicted', clusterId: uuid(100), decision: decisionView() },
    })
    expect(state.conflict?.decision?.by).toBe('Kim Adler')
    expect(draftOf(state).rationale).toBe('Both.')
    expect(following(state, { type: 'settled' }).conflict).toBeNull()
  })

  test('forgets a decision that was taken back', () => {
    const decided: ReviewAction = {
      type: 'decided',
      sent,
      decision: decisionView({ id: uuid(201) }),
      next: other,
      left: 1,
    }
    const state = following(firstState(clusterView()), decided, {
      ...{ type: 'withdrawn', decisionId: uuid(201), clusterId: uuid(100) },
    })
    expect(state.done).toEqual([])
  })
})

describe('an answer that comes when another cluster is on the desk', () => {
  const decision = decisionView({ id: uuid(201), outcome: 'keep_both' })
  const third = clusterView({ id: uuid(120), inputKey: uuid(121), left: 6 })
  const mine: ReviewAction = { type: 'drafted', change: { outcome: 'reject_all', rationale: 'Neither.' } }
  const away = following(
    firstState(clusterView()),
    drafted,
    { type: 'deciding' },
    { type: 'opened', view: other },
    mine,
  )

  test('finishes the cluster that was decided, and leaves the one on the desk as it is', () => {
    const state = following(away, { type: 'decided', sent, decision, next: third, left: 6 })
    expect(state).toMatchObject({ view: { id: uuid(110) }, left: 6 })
    expect(draftOf(state)).toMatchObject({ outcome: 'reject_all', rationale: 'Neither.' })
    expect(state.drafts.has(uuid(100))).toBe(false)
    expect(state.done).toEqual([{ ...sent, decisionId: uuid(201) }])
  })

  test('does not free the one on the desk that is being decided itself', () => {
    const deciding = following(away, { type: 'deciding' })
    const answers: ReviewAction[] = [
      { type: 'decided', sent, decision, next: third, left: 6 },
      { type: 'failed', clusterId: uuid(100), message: 'No answer.' },
      { type: 'conflicted', clusterId: uuid(100), decision },
    ]
    for (const answer of answers) {
      expect(following(deciding, answer)).toMatchObject({
        ...{ view: { id: uuid(110) }, pending: 'deciding', problems: {}, conflict: null },
      })
    }
  })

  test('keeps the draft that was refused, for when its cluster is opened again', () => {
    const state = following(
      away,
      { type: 'conflicted', clusterId: uuid(100), decision },
      { type: 'opened', view: clusterView() },
    )
    expect(draftOf(state)).toMatchObject({ outcome: 'keep_both', rationale: 'Both.' })
    expect(state.done).toEqual([])
  })
})
