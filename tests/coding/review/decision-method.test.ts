import type { ClusterParts } from '@/lib/coding/review/decided-gold'
import type { DecideInput, Method } from '@/lib/coding/review/decision'
import { methodProblems, participantsOf } from '@/lib/coding/review/decision-method'
import type { ReviewedAnnotation, ReviewedAnswer } from '@/lib/coding/review/reviewed-document'

/** That it was decided by consensus or by majority, only what coders have and want can say. */

const annotation = (id: string, code: string): ReviewedAnnotation => ({
  ...{ id, lineageId: id, code, segments: [{ part: 'span', start: 0, end: 5 }], note: '', unsure: false },
  ...{ attributes: {}, compared: {} },
})

/** The codes of each coder, or the answer. */
function routeOf(of: Record<string, string[]>, agreed: string | null = null, answers: Record<string, string> = {}) {
  const own = (coder: string) => (of[coder] ?? []).map((code, place) => annotation(`${coder} ${place}`, code))
  const readings = Object.keys(of).map((coder) => ({
    ...{ coder, codingId: coder, revision: 0, codebookVersion: '1.0.0', nothingToCode: false, ineligible: null },
    annotationIds: own(coder).map(({ id }) => id),
  }))
  const parts: ClusterParts = {
    annotation: ({ coder, annotationId }) => own(coder).find(({ id }) => id === annotationId),
    answer: (coder): ReviewedAnswer | undefined => {
      const value = answers[coder]
      return value === undefined ? undefined : { variable: 'tone', value, compared: value }
    },
  }
  const kind = Object.keys(answers).length > 0 ? ('variable' as const) : ('spans' as const)
  return { cluster: { kind, readings }, parts, agreed }
}

function decided(outcome: DecideInput['outcome'], members: [string, number][] = [], value: string | null = null) {
  const accepted = members.map(([coder, place]) => ({ coder, annotationId: `${coder} ${place}` }))
  return { outcome, accepted, value, eligibility: null }
}

type Route = ReturnType<typeof routeOf>
const fits = (method: Method, route: Route, decision: ReturnType<typeof decided>) =>
  Object.keys(methodProblems(method, route, decision)).length === 0

const three = { C01: ['hero'], C02: ['hero'], C03: ['villain'] }

test('a consensus is what all coders want, whole and nothing else; all of them took part', () => {
  const route = routeOf(three, 'C03')
  expect(fits('consensus', route, decided('accept', [['C03', 0]]))).toBe(true)
  expect(participantsOf('consensus', route, decided('accept', [['C03', 0]]))).toEqual(['C01', 'C02', 'C03'])
  expect(fits('consensus', route, decided('accept', [['C01', 0]]))).toBe(false)
  expect(fits('consensus', routeOf(three), decided('accept', [['C03', 0]]))).toBe(false)
  for (const outcome of ['reject_all', 'merge', 'write_new', 'keep_both', 'send_back', 'withdraw'] as const) {
    expect(fits('consensus', route, decided(outcome))).toBe(false)
  }
})

test('a consensus can be accepted by the same annotations of another coder, but not by a part of it', () => {
  expect(fits('consensus', routeOf(three, 'C01'), decided('accept', [['C02', 0]]))).toBe(true)
  const stacked = routeOf({ C01: ['hero', 'villain'], C02: ['hero'] }, 'C01')
  expect(fits('consensus', stacked, decided('accept', [['C01', 0]]))).toBe(false)
  const twice = routeOf({ C01: ['hero', 'hero'], C02: ['hero'] }, 'C01')
  expect(fits('consensus', twice, decided('accept', [['C01', 0]]))).toBe(false)
  const both = decided('accept', [
    ['C01', 0],
    ['C01', 1],
  ])
  expect(fits('consensus', twice, both)).toBe(true)
})

test('a consensus that there is nothing rejects all', () => {
  const route = routeOf({ C01: ['hero'], C02: [] }, 'C02')
  expect(fits('consensus', route, decided('reject_all'))).toBe(true)
})

test('a majority is what more than half of three or more coders have; they took part', () => {
  const route = routeOf(three)
  expect(fits('majority', route, decided('accept', [['C01', 0]]))).toBe(true)
  expect(participantsOf('majority', route, decided('accept', [['C01', 0]]))).toEqual(['C01', 'C02'])
  expect(fits('majority', route, decided('accept', [['C03', 0]]))).toBe(false)
  expect(fits('majority', routeOf({ C01: ['hero'], C02: ['hero'] }), decided('accept', [['C01', 0]]))).toBe(false)
  const halves = routeOf({ C01: ['hero'], C02: ['hero'], C03: [], C04: [] })
  expect(fits('majority', halves, decided('accept', [['C01', 0]]))).toBe(false)
  expect(fits('majority', routeOf({ ...three, C02: [], C03: [] }), decided('reject_all'))).toBe(true)
})

test('of answers alike are those that are compared as equal, and those who gave none', () => {
  const route = routeOf({ C01: [], C02: [], C03: [] }, null, { C01: 'news', C02: 'news' })
  expect(fits('majority', route, decided('accept', [], 'news'))).toBe(true)
  expect(fits('majority', route, decided('reject_all'))).toBe(false)
})

test('an arbiter or an expert needs nobody', () => {
  for (const method of ['arbiter', 'expert'] as const) {
    expect(fits(method, routeOf(three), decided('reject_all'))).toBe(true)
    expect(participantsOf(method, routeOf(three), decided('accept', [['C01', 0]]))).toEqual([])
  }
})
