import fc from 'fast-check'
import { coderPairs } from '@/lib/agreement/contingencies'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Region } from '@/lib/coding/coding-view'
import type { Cluster, Difference } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import { issueSuggestions } from '@/lib/coding/review/issue-suggestions'
import type { ReviewedDocument } from '@/lib/coding/review/reviewed-document'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { freezeUnits } from '@/lib/text/units'
import { codebook, codebooks, codingOf, documentOf, mark, quote } from './reviewed-studies'

/** Disagreements in numbers: what the agreement report counts are the clusters of the review. */

/** What the report counts of the same codings. */
function countedOf(document: ReviewedDocument, regions: Region[] = []) {
  const { text, length, language } = document
  const { graphemeInteriors: _, ...units } = freezeUnits(text, language)
  const codings = document.codings.map(({ coder, annotations, links, answers }) => {
    const placeOf = (id: string) => annotations.findIndex((annotation) => annotation.id === id)
    return {
      coder,
      annotations: annotations.map(({ code, segments, compared, unsure }) => ({
        code,
        segments,
        attributes: compared,
        unsure,
      })),
      links: links.map(({ relation, from, to }) => ({ relation, from: placeOf(from), to: placeOf(to) })),
      variables: answers.map(({ variable, compared }) => ({ variable, value: compared })),
    }
  })
  const read = { number: 1, text, ...units, length, language, regions }
  return documentStatistics(read, codings, codebook).disagreements
}

/** The codes of the annotations that differ, or what else a difference is about. */
function subjectsOf(document: ReviewedDocument, { kind, variable }: Cluster, { members }: Difference): string[] {
  if (kind === 'variable') return [`question:${variable}`]
  if (kind === 'eligibility') return ['eligibility']
  const codes = members.map(({ coder, annotationId }) => {
    const coding = document.codings.find((one) => one.coder === coder)
    return `code:${coding?.annotations.find(({ id }) => id === annotationId)?.code}`
  })
  return [...new Set(codes)]
}

type Counts = ReturnType<typeof countedOf>

/** The same counts from the clusters of the review. */
function recounted(document: ReviewedDocument): Counts {
  const clusters = clustersOf(document, codebooks)
  return { differences: recountedDifferences(document, clusters), clusters: recountedClusters(clusters) }
}

function recountedClusters(clusters: readonly Cluster[]): NonNullable<Counts['clusters']> {
  const counted: NonNullable<Counts['clusters']> = {}
  for (const { kind, variable, codes, types } of clusters) {
    const ofDocument = kind === 'variable' ? `question:${variable}` : kind
    for (const subject of ['all', ...(kind === 'spans' ? codes.map((code) => `code:${code}`) : [ofDocument])]) {
      const counts = counted[subject] ?? { all: 0, agreed: 0, types: {} }
      const ofTypes = Object.fromEntries(types.map((type) => [type, (counts.types[type] ?? 0) + 1]))
      const agreed = counts.agreed + Number(types.length === 0)
      counted[subject] = { all: counts.all + 1, agreed, types: { ...counts.types, ...ofTypes } }
    }
  }
  return counted
}

function recountedDifferences(document: ReviewedDocument, clusters: readonly Cluster[]): Counts['differences'] {
  const coders = document.codings.map(({ coder }) => coder)
  const pairs = coderPairs(coders.length).map(([i, j]) => `${coders[i]} ${coders[j]}`)
  const counted: Counts['differences'] = {}
  for (const cluster of clusters) {
    for (const difference of cluster.differences) {
      for (const subject of ['all', ...subjectsOf(document, cluster, difference)]) {
        const counts = counted[subject]?.[difference.type] ?? pairs.map(() => 0)
        const pair = pairs.indexOf(difference.coders.join(' '))
        counts[pair] = (counts[pair] ?? 0) + 1
        counted[subject] = { ...counted[subject], [difference.type]: counts }
      }
    }
  }
  return counted
}

const answer = (value: AttributeValue) => [{ variable: 'genre', value, compared: value }]

test('a document with disagreements of many types, by what they are about', () => {
  const document = documentOf([
    codingOf('C01', [mark('hero', 'ferry saved'), mark('hero', 'wept')], { answers: answer('news') }),
    codingOf('C02', [mark('villain', 'ferry'), mark('hero', 'wept')], { answers: answer('essay') }),
    codingOf('C03', []),
  ])
  expect(countedOf(document)).toEqual({
    differences: {
      all: { D1: [0, 3, 3], D3: [1, 0, 0], D4: [1, 0, 0], D8: [0, 1, 1] },
      'code:hero': { D1: [0, 2, 1], D3: [1, 0, 0] },
      'code:villain': { D1: [0, 0, 1], D3: [1, 0, 0] },
      'question:genre': { D4: [1, 0, 0], D1: [0, 1, 1] },
      eligibility: { D8: [0, 1, 1] },
    },
    clusters: {
      all: { all: 4, agreed: 0, types: { D1: 3, D3: 1, D4: 1, D8: 1 } },
      'code:hero': { all: 2, agreed: 0, types: { D1: 2, D3: 1 } },
      'code:villain': { all: 1, agreed: 0, types: { D1: 1, D3: 1 } },
      'question:genre': { all: 1, agreed: 0, types: { D1: 1, D4: 1 } },
      eligibility: { all: 1, agreed: 0, types: { D8: 1 } },
    },
  })
})

test('of any document, what the report counts is what the review shows', () => {
  const words = [
    'ferry',
    'The ferry',
    'ferry saved',
    'saved the town',
    'town',
    '40 boats',
    '40 boats sank',
    'old town wept',
  ]
  const annotation = fc
    .record({
      ...{ code: fc.constantFrom('hero', 'villain', 'sourced', 'attribution'), words: fc.constantFrom(...words) },
      ...{ target: fc.constantFrom('Tarn', 'Brisk', ''), to: fc.option(fc.nat(3)) },
    })
    .map(({ code, words: marked, target, to }) => {
      const links = to === null ? [] : [['repeats', to] as const]
      return code === 'attribution' ? quote(marked, 'Mayor Tarn') : mark(code, marked, { target }, { links })
    })
  const coding = fc.record({
    marks: fc.array(annotation, { maxLength: 5 }),
    answers: fc.constantFrom([], answer('news'), answer('essay')),
  })
  fc.assert(
    fc.property(fc.array(coding, { minLength: 2, maxLength: 4 }), (list) => {
      const document = documentOf(
        list.map(({ marks, answers }, i) => {
          const own = marks.map((one) => ({ ...one, links: one.links.filter(([, to]) => to < marks.length) }))
          return codingOf(`C0${i + 1}`, own, { answers })
        }),
      )
      expect(countedOf(document)).toEqual(recounted(document))
    }),
    { numRuns: 300 },
  )
})

test('annotations that lie in boilerplate alone are no part of it, as of nothing else in the report', () => {
  const document = documentOf([
    codingOf('C01', [mark('hero', 'ferry'), mark('hero', 'wept')]),
    codingOf('C02', [mark('hero', 'ferry')]),
  ])
  const start = document.text.indexOf('wept')
  expect(countedOf(document).differences.all).toEqual({ D1: [1] })
  expect(countedOf(document, [{ kind: 'boilerplate', start, end: start + 4 }]).differences).toEqual({})
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
