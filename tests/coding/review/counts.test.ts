import { clustersOf } from '@/lib/coding/review/clusters'
import { countTypes } from '@/lib/coding/review/counts'
import { issueSuggestions } from '@/lib/coding/review/issue-suggestions'
import { codebooks, codingOf, documentOf, mark } from './reviewed-studies'

/** Disagreements in numbers. */

const answer = (value: string) => [{ variable: 'genre', value, compared: value }]

const document = documentOf([
  codingOf('C01', [mark('hero', 'ferry saved'), mark('hero', 'wept')], { answers: answer('news') }),
  codingOf('C02', [mark('villain', 'ferry'), mark('hero', 'wept')], { answers: answer('essay') }),
  codingOf('C03', []),
])

const counted = countTypes(clustersOf(document, codebooks))
const some = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

test('by code, the clusters in which anybody has it: a cluster of two codes is in both, one of two types in both', () => {
  const [hero, villain] = [counted.codes.get('hero'), counted.codes.get('villain')]
  expect([hero?.all, hero && some(hero.clusters)]).toEqual([2, { D1: 2, D3: 1 }])
  expect([villain?.all, villain && some(villain.clusters)]).toEqual([1, { D1: 1, D3: 1 }])
})

test('differences are those of pairs of coders', () => {
  const hero = counted.codes.get('hero')
  expect(hero && some(hero.differences)).toEqual({ D1: 4, D3: 1 })
})

test('over all, every cluster once; answers by question; eligibility by itself', () => {
  expect([counted.all.all, counted.all.agreed, some(counted.all.clusters)]).toEqual([
    4,
    0,
    { D1: 3, D3: 1, D4: 1, D8: 1 },
  ])
  const genre = counted.questions.get('genre')
  expect(genre && some(genre.differences)).toEqual({ D1: 2, D4: 1 })
  expect(some(counted.eligibility.differences)).toEqual({ D8: 2 })
})

describe('suggested issues of the codebook', () => {
  const decided = (times: number, codes: string[], cause: 'slip' | 'rule_gap' | null = 'rule_gap') =>
    Array.from({ length: times }, (_, i) => ({ clusterId: `${codes.join()} ${cause} ${i}`, codes, cause }))

  test('more than five decisions of one pair of codes and cause', () => {
    const suggestions = issueSuggestions([
      ...decided(6, ['villain', 'hero']),
      ...decided(5, ['hero', 'villain'], 'slip'),
      ...decided(9, ['hero'], null),
    ])
    expect(suggestions.map(({ codes, cause, clusterIds }) => [codes, cause, clusterIds.length])).toEqual([
      [['hero', 'villain'], 'rule_gap', 6],
    ])
  })

  test('one code alone counts for itself, three for each pair; most first', () => {
    const suggestions = issueSuggestions([
      ...decided(6, ['hero']),
      ...decided(4, ['a', 'b', 'c']),
      ...decided(3, ['b', 'a']),
    ])
    expect(suggestions.map(({ codes, clusterIds }) => [codes, clusterIds.length])).toEqual([
      [['a', 'b'], 7],
      [['hero'], 6],
    ])
  })
})
