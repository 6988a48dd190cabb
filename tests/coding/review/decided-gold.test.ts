import { type ClusterParts, decidedGold } from '@/lib/coding/review/decided-gold'
import type { DecideInput } from '@/lib/coding/review/decision'
import type { ReviewedAnnotation } from '@/lib/coding/review/reviewed-document'

/** Who has which annotations in the cluster: C01 is B, C02 is A, C03 is C. */
const letters = new Map([
  ['C02', 'A'],
  ['C01', 'B'],
  ['C03', 'C'],
])

const annotation = (id: string, code: string, end: number, target = 'Tarn', note = ''): ReviewedAnnotation => ({
  ...{ id, lineageId: id, code, segments: [{ part: 'span', start: 0, end }], note, unsure: false },
  ...{ attributes: { target: `the ${target}` }, compared: { target } },
})

function cluster(of: Record<string, ReviewedAnnotation[]>) {
  const readings = [...letters.keys()].sort().map((coder) => ({
    ...{ coder, codingId: coder, revision: 0, codebookVersion: '1.0.0', nothingToCode: false, ineligible: null },
    annotationIds: (of[coder] ?? []).map(({ id }) => id),
  }))
  const parts: ClusterParts = {
    annotation: ({ coder, annotationId }) => of[coder]?.find(({ id }) => id === annotationId),
    answer: () => undefined,
  }
  return { readings, kind: 'spans' as const, parts }
}

const input = (outcome: DecideInput['outcome'], accepted: [string, string][] = []): DecideInput => ({
  ...{ id: 'i', inputKey: 'k', supersedes: null, outcome, method: 'arbiter', annotations: [], value: null },
  ...{ eligibility: null, participants: [], cause: 'slip', rationale: 'So.' },
  accepted: accepted.map(([reading, annotationId]) => ({ reading, annotationId })),
})

const goldOf = (of: Record<string, ReviewedAnnotation[]>, decision: DecideInput) => {
  const { parts, ...made } = cluster(of)
  return decidedGold(made, letters, parts, decision)
}

test('accepted annotations become gold by the names they are compared by, without the coder’s note', () => {
  const { gold, accepted } = goldOf(
    { C01: [annotation('a', 'hero', 5, 'Tarn', 'mine')] },
    input('accept', [['B', 'a']]),
  )
  expect(gold.annotations).toEqual([
    {
      value: {
        ...{ code: 'hero', segments: [{ part: 'span', start: 0, end: 5 }], attributes: { target: 'Tarn' } },
        ...{ note: '', unsure: false, touched: [] },
      },
      coders: ['C01'],
    },
  ])
  expect(accepted).toEqual([{ coder: 'C01', annotationId: 'a' }])
})

test('what two coders have alike stands once, with both; what one has twice stands twice', () => {
  const of = { C01: [annotation('a', 'hero', 5), annotation('b', 'hero', 5)], C02: [annotation('c', 'hero', 5)] }
  const { gold } = goldOf(
    of,
    input('accept', [
      ['B', 'a'],
      ['B', 'b'],
      ['A', 'c'],
    ]),
  )
  expect(gold.annotations.map(({ coders }) => coders)).toEqual([['C01', 'C02'], ['C01']])
})

test('annotations that differ in an attribute are two', () => {
  const of = { C01: [annotation('a', 'hero', 5, 'Tarn')], C02: [annotation('c', 'hero', 5, 'Ruk')] }
  expect(
    goldOf(
      of,
      input('accept', [
        ['B', 'a'],
        ['A', 'c'],
      ]),
    ).gold.annotations,
  ).toHaveLength(2)
})

test('keeping both keeps every different reading under the first letter that it has', () => {
  const of = {
    C01: [annotation('a', 'hero', 5)],
    C02: [annotation('b', 'villain', 5), annotation('c', 'hero', 3)],
    C03: [annotation('d', 'hero', 5)],
  }
  const { gold } = goldOf(of, input('keep_both'))
  expect(gold.annotations.map(({ value, coders, reading }) => [reading, value.code, coders])).toEqual([
    ['A', 'villain', ['C02']],
    ['A', 'hero', ['C02']],
    ['B', 'hero', ['C01', 'C03']],
  ])
})

test.each(['reject_all', 'send_back', 'withdraw'] as const)('%s makes nothing gold', (outcome) => {
  const { gold, accepted } = goldOf({ C01: [annotation('a', 'hero', 5)] }, input(outcome))
  expect(gold).toEqual({ annotations: [], value: null, values: [], eligibility: null })
  expect(accepted).toEqual([])
})

test('what is merged says whose annotations went into it', () => {
  const of = { C01: [annotation('a', 'hero', 5)], C02: [annotation('c', 'hero', 9)] }
  const value = { ...annotationValue, segments: [{ part: 'span' as const, start: 0, end: 9 }] }
  const decision = {
    ...input('merge', [
      ['B', 'a'],
      ['A', 'c'],
    ]),
    annotations: [value],
  }
  expect(goldOf(of, decision).gold.annotations).toEqual([{ value, coders: ['C01', 'C02'] }])
})

const annotationValue = {
  ...{ code: 'hero', segments: [], attributes: {}, note: '', unsure: false, touched: [] },
}
