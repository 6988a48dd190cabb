import { PlacedRows } from '@/components/coding-desk/outbox/placed-rows'
import { groupsOf } from '@/components/review-desk/compare/groups'
import { withMember, withOutcome, withReading, withReadingToggled } from '@/components/review-desk/decide/choosing'
import { possibleOutcomes } from '@/components/review-desk/decide/possible-outcomes'
import { decideInput } from '@/components/review-desk/state/decide-input'
import { type Draft, emptyDraft } from '@/components/review-desk/state/draft'
import { draftProblems } from '@/components/review-desk/state/draft-problems'
import { causeOrder } from '@/components/words/review'
import { causeSchema, decideSchema } from '@/lib/coding/review/decision'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { annotation, clusterView, decisionView, reading } from '../../support/cluster-view'
import { uuid } from '../coding-desk/coding-view'

const sliceOf =
  ({ document }: ClusterView) =>
  ({ start, end }: { start: number; end: number }) =>
    [...document.text].slice(start, end).join('')

const sent = (view: ClusterView, change: Partial<Draft>) =>
  decideInput(view, { ...emptyDraft, cause: 'slip', rationale: ' So. ', ...change }, uuid(900), sliceOf(view))
const problems = (view: ClusterView, change: Partial<Draft>) => {
  const draft = { ...emptyDraft, ...change }
  return draftProblems(view, draft, decideInput(view, draft, uuid(900), sliceOf(view)), sliceOf(view))
}

const stacked = clusterView({
  readings: [
    reading('A', [annotation(20, 'hero', 0, 21), annotation(22, 'figure', 7, 12, { attributes: {} })]),
    reading('B', [annotation(21, 'villain', 0, 21)]),
  ],
})

describe('what is sent', () => {
  test('is what the server takes', () => {
    const input = sent(stacked, withReading(stacked, 'A'))
    expect(decideSchema.parse(input)).toEqual(input)
    expect(input).toMatchObject({
      ...{ outcome: 'accept', inputKey: uuid(101), supersedes: null, cause: 'slip', rationale: 'So.' },
      accepted: [
        { reading: 'A', annotationId: uuid(20) },
        { reading: 'A', annotationId: uuid(22) },
      ],
    })
  })

  test('names single annotations of a stack, of several readings too', () => {
    const one = { ...emptyDraft, ...withMember(emptyDraft, `A ${uuid(22)}`) }
    const both = withReadingToggled(stacked, one, 'B')
    expect(sent(stacked, both)?.accepted).toEqual([
      { reading: 'A', annotationId: uuid(22) },
      { reading: 'B', annotationId: uuid(21) },
    ])
    expect(withReadingToggled(stacked, { ...one, ...both }, 'B').taken).toEqual([`A ${uuid(22)}`])
  })

  test('rejects all where the reading with nothing is right', () => {
    const omission = clusterView({
      types: ['D1'],
      readings: [reading('A', [annotation(20, 'hero', 0, 6)]), reading('B')],
    })
    expect(withReading(omission, 'B').outcome).toBe('reject_all')
    expect(withOutcome(omission, emptyDraft, 'accept').taken).toEqual([`A ${uuid(20)}`])
  })

  test('supersedes the decision that was seen', () => {
    const view = clusterView({ state: 'stale', decision: decisionView() })
    expect(sent(view, { outcome: 'reject_all' })?.supersedes).toBe(uuid(200))
  })

  test('has no cause where it only sends back, or all agree', () => {
    expect(sent(clusterView(), { outcome: 'send_back' })?.cause).toBeNull()
    expect(sent(clusterView({ types: [] }), withReading(clusterView(), 'A'))?.cause).toBeNull()
  })

  test('names who agreed only of a consensus', () => {
    const view = clusterView({
      readings: [
        reading('A', [annotation(20, 'hero', 0, 6)], { stance: 'A' }),
        reading('B', [annotation(21, 'villain', 0, 6)], { stance: 'A' }),
        reading('C', []),
      ],
    })
    expect(sent(view, { ...withReading(view, 'A'), method: 'consensus' })?.participants).toEqual(['A', 'B'])
    expect(sent(view, withReading(view, 'A'))?.participants).toEqual([])
  })

  test('is the answer of a reading, or none, where coders answered a question about the text', () => {
    const view = clusterView({
      ...{ kind: 'variable', variable: 'genre', types: ['D4'], start: 0, end: 10 },
      readings: [reading('A', [], { answer: 'news' }), reading('B', [], { answer: 'comment' }), reading('C')],
    })
    expect(sent(view, withReading(view, 'B'))).toMatchObject({ outcome: 'accept', value: 'comment' })
    expect(withReading(view, 'C').outcome).toBe('reject_all')
  })

  test('is the verdict on whether to code', () => {
    const view = clusterView({
      ...{ kind: 'eligibility', types: ['D8'], start: 0, end: 10 },
      readings: [
        reading('A'),
        reading('B', [], { nothingToCode: true }),
        reading('C', [], { ineligible: 'An advert.' }),
      ],
    })
    expect(['A', 'B', 'C'].map((letter) => sent(view, withReading(view, letter))?.eligibility)).toEqual([
      'code',
      'nothing',
      'not_eligible',
    ])
    expect(possibleOutcomes(view, [])).toEqual(['accept', 'send_back'])
  })
})

describe('what is missing', () => {
  test('is an outcome at first', () => {
    expect(Object.keys(problems(clusterView(), {}))).toEqual(['outcome'])
  })

  test('is a cause and a reason where coders differ in code', () => {
    expect(Object.keys(problems(clusterView(), { outcome: 'reject_all' }))).toEqual(['cause', 'rationale'])
  })

  test('is a reason when nothing but the boundaries differs only where the outcome asks for it', () => {
    const view = clusterView({ types: ['D2b'] })
    expect(Object.keys(problems(view, { outcome: 'reject_all', cause: 'boundary_habit' }))).toEqual([])
    expect(Object.keys(problems(view, { outcome: 'keep_both', cause: 'boundary_habit' }))).toEqual(['rationale'])
  })

  test('is nothing where all agree and are accepted', () => {
    const agreed = clusterView({ types: [] })
    expect(problems(agreed, { outcome: 'accept', ...withOutcome(agreed, emptyDraft, 'accept') })).toEqual({})
  })

  test('is an answer of an annotation that is written', () => {
    const value = {
      code: 'hero',
      segments: [{ part: 'span' as const, start: 0, end: 6 }],
      attributes: { voice: 'author' },
    }
    const row = {
      ...{ id: uuid(30), kind: 'annotation' as const, version: 0, deleted: false as const },
      value: { ...value, note: '', unsure: false, touched: [] },
    }
    const found = problems(clusterView(), {
      outcome: 'write_new',
      cause: 'slip',
      rationale: 'x',
      rows: PlacedRows.of([row]),
    })
    expect(found.annotations).toBe('Hero asks for “Target”: answer it first.')
  })
})

test('the causes, with their keys, are those that the server takes, in the same order', () => {
  expect(causeOrder).toEqual(causeSchema.options)
})

describe('what is possible', () => {
  test('is no merging of a single reading, and no keeping of both where all agree', () => {
    const omission = clusterView({
      types: ['D1'],
      readings: [reading('A', [annotation(20, 'hero', 0, 6)]), reading('B')],
    })
    expect(possibleOutcomes(omission, groupsOf(omission))).not.toContain('merge')
    const agreed = clusterView({ types: [] })
    expect(possibleOutcomes(agreed, groupsOf(agreed))).toEqual(['accept', 'write_new', 'reject_all', 'send_back'])
  })
})
