import { type DisagreementType, disagreementTypes } from '@/lib/coding/review/cluster'
import { missingFromDecision, type Proposed } from '@/lib/coding/review/requirements'

/** What a decision needs before it can be made. */

const proposal = (more: Partial<Proposed> = {}): Proposed => ({
  ...{
    outcome: 'reject_all',
    accepted: [],
    annotations: [],
    value: null,
    eligibility: null,
    cause: null,
    rationale: '',
  },
  ...more,
})

const missing = (types: DisagreementType[], more: Partial<Proposed> = {}) =>
  Object.keys(missingFromDecision(types, proposal(more))).sort()

test('a rationale for what the text says: omissions, codes, attributes; a cause for every disagreement', () => {
  const needing = disagreementTypes.filter((type) => missing([type]).includes('rationale'))
  expect(needing).toEqual(['D1', 'D3', 'D4'])
  const caused = disagreementTypes.filter((type) => missing([type]).includes('cause'))
  expect(caused).toEqual(disagreementTypes.filter((type) => type !== 'D9'))
})

test('nothing where all agree, unless the outcome itself has to be argued', () => {
  expect(missing([])).toEqual([])
  expect(missing([], { outcome: 'keep_both' })).toEqual(['rationale'])
})

test('writing new, keeping both and sending back have to be argued whatever the type', () => {
  expect(missing(['D2b'], { outcome: 'keep_both' })).toEqual(['cause', 'rationale'])
  expect(missing(['D2b'], { outcome: 'write_new' })).toEqual(['annotations', 'cause', 'rationale'])
  expect(missing(['D2b'], { outcome: 'send_back' })).toEqual(['rationale'])
})

test('taking a decision back needs nothing', () => {
  expect(missing(['D1', 'D3'], { outcome: 'withdraw' })).toEqual([])
})

test('white space is no rationale', () => {
  expect(missing(['D1'], { cause: 'slip', rationale: ' \n' })).toEqual(['rationale'])
  expect(missing(['D1'], { cause: 'slip', rationale: 'Rule 3.' })).toEqual([])
})

test('accepting needs something that is accepted, be it an annotation, an answer or whether to code', () => {
  const given = { outcome: 'accept', cause: 'slip' } as const
  expect(missing(['D2a'], given)).toEqual(['accepted'])
  expect(missing(['D2a'], { ...given, accepted: [{ reading: 'A', annotationId: 'x' }] })).toEqual([])
  expect(missing(['D7'], { ...given, value: false })).toEqual([])
  expect(missing(['D8'], { ...given, eligibility: 'nothing' })).toEqual([])
})
