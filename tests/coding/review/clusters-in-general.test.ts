import fc from 'fast-check'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Cluster, Difference, Member } from '@/lib/coding/review/cluster'
import { clustersOf } from '@/lib/coding/review/clusters'
import type { ReviewedAnnotation, ReviewedCoding, ReviewedDocument } from '@/lib/coding/review/reviewed-document'
import { claim, codebooks, documentOf, ferryText } from './reviewed-studies'

/** What holds of the clusters of any document. */

const length = Array.from(ferryText).length

const arbitrarySegments: fc.Arbitrary<ReviewedAnnotation['segments']> = fc
  .array(
    fc.tuple(fc.constantFrom('span', 'content', 'source', 'cue'), fc.nat(length - 2), fc.integer({ min: 1, max: 30 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((list) =>
    list
      .map(([part, start, size]) => ({ part, start, end: Math.min(length, start + size) }))
      .sort((one, other) => one.start - other.start),
  ) as never

const plain: fc.Arbitrary<ReviewedAnnotation['segments']> = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 25 }))
  .map(([start, size]) => [{ part: 'span', start, end: start + size }])

const arbitraryValues: fc.Arbitrary<Record<string, AttributeValue>> = fc.record(
  {
    target: fc.oneof(fc.constantFrom('Tarn', 'Brisk', ''), fc.subarray(['Tarn', 'Brisk'])),
    author_stance: fc.constantFrom('endorses', 'rejects'),
    scope: fc.constantFrom('same', 'next'),
  },
  { requiredKeys: [] },
)

const arbitraryAnnotation = fc.record({
  code: fc.constantFrom('hero', 'villain', 'hero', 'sourced', 'attribution'),
  segments: fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: arbitrarySegments }),
  attributes: arbitraryValues,
})

const arbitraryCoding = fc.record({
  annotations: fc.array(arbitraryAnnotation, { maxLength: 6 }),
  links: fc.array(fc.tuple(fc.constantFrom('repeats', 'covered_by'), fc.nat(5), fc.nat(5)), { maxLength: 3 }),
  genre: fc.option(fc.constantFrom('news', 'essay', ''), { nil: undefined }),
  codebookVersion: fc.constantFrom('1.0.0', '1.0.0', '1.0.0', '1.1.0'),
  repeats: fc.boolean(),
})

/** Up to five coders of one text, some of whom repeat part of what the first one did. */
const arbitraryReview: fc.Arbitrary<ReviewedDocument> = fc
  .tuple(fc.array(arbitraryCoding, { minLength: 2, maxLength: 5 }), fc.boolean())
  .map(([list, isClaimed]) => {
    const codings = list.map((own, i): ReviewedCoding => {
      const coder = `C0${i + 1}`
      const made =
        own.repeats && i > 0
          ? [...(list[0]?.annotations.slice(0, 4) ?? []), ...own.annotations.slice(0, 2)]
          : own.annotations
      const annotations = made.map(({ code, segments, attributes }, j) => ({
        ...{ id: `${coder}-${j}`, lineageId: `${coder}-line-${j}`, code, segments, attributes },
        ...{ compared: attributes, note: '', unsure: false },
      }))
      return {
        ...{ codingId: `coding ${coder}`, coder, revision: 0, codebookVersion: own.codebookVersion },
        ...{ nothingToCode: annotations.length === 0, annotations },
        links: own.links
          .filter(([, from, to]) => from < annotations.length && to < annotations.length)
          .map(([relation, from, to], j) => ({
            ...{ id: `${coder} link ${j}`, relation, from: `${coder}-${from}`, to: `${coder}-${to}` },
          })),
        answers: own.genre === undefined ? [] : [{ variable: 'genre', value: own.genre, compared: own.genre }],
      }
    })
    return documentOf(codings, { ineligible: isClaimed ? [claim('C09', 'a list')] : [] })
  })

const clusters = (document: ReviewedDocument) => clustersOf(document, codebooks)
const spansOf = (document: ReviewedDocument) => clusters(document).filter(({ kind }) => kind === 'spans')

const emptyCoding: ReviewedCoding = {
  ...{ codingId: 'coding', coder: 'C01', revision: 0, codebookVersion: '1.0.0', nothingToCode: false },
  ...{ annotations: [], links: [], answers: [] },
}

function shuffled<Item>(items: readonly Item[], turn: number): Item[] {
  return [...items.slice(turn % (items.length || 1)), ...items.slice(0, turn % (items.length || 1))].reverse()
}

test('the order of coders, annotations, segments, links and attributes changes nothing', () => {
  fc.assert(
    fc.property(arbitraryReview, fc.nat(7), (document, turn) => {
      const other = {
        ...document,
        codings: shuffled(document.codings, turn).map((coding) => ({
          ...coding,
          annotations: shuffled(coding.annotations, turn).map((own) => ({
            ...own,
            segments: shuffled(own.segments, turn),
            compared: Object.fromEntries(Object.entries(own.compared).reverse()),
          })),
          links: shuffled(coding.links, turn),
        })),
      }
      expect(clusters(other)).toEqual(clusters(document))
    }),
  )
})

test('other ids of the same annotations give the same clusters under the other ids', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      const renamed = (id: string) => `new ${id}`
      const codings = document.codings.map((coding) => ({
        ...coding,
        annotations: coding.annotations.map((own) => ({ ...own, id: renamed(own.id) })),
        links: coding.links.map((link) => ({ ...link, id: 'x', from: renamed(link.from), to: renamed(link.to) })),
      }))
      const member = ({ coder, annotationId }: Member) => ({ coder, annotationId: renamed(annotationId) })
      const expected = clusters(document).map((cluster) => ({
        ...cluster,
        rows: cluster.rows.map((row) => row.map(member)),
        readings: cluster.readings.map((one) => ({ ...one, annotationIds: one.annotationIds.map(renamed) })),
        differences: cluster.differences.map((one) => ({ ...one, members: one.members.map(member) })),
      }))
      expect(clusters({ ...document, codings })).toEqual(expected)
    }),
  )
})

/** A difference without the names of its coders. */
function impersonal({ type, members, attribute, iou }: Difference): string {
  const owned = (coder: string) =>
    members.filter((one) => one.coder === coder).map(({ annotationId }) => annotationId.slice(4))
  const sides = [...new Set(members.map(({ coder }) => coder))].map((coder) => owned(coder).sort().join('+')).sort()
  return JSON.stringify([type, sides, attribute, iou?.toFixed(6)])
}

/** Two coders who put several annotations on the same few words, so that partners can be chosen in many ways. */
const arbitraryStacks: fc.Arbitrary<ReviewedDocument> = fc
  .array(
    fc.array(
      fc.record({
        segments: fc
          .constantFrom([0, 6], [0, 6], [1, 7])
          .map(([start = 0, end = 6]) => [{ part: 'span' as const, start, end }]),
        compared: fc.record({
          target: fc.constantFrom('Tarn', 'Brisk', 'Orlo'),
          author_stance: fc.constantFrom('endorses', 'rejects', 'relays'),
        }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 2, maxLength: 2 },
  )
  .map((lists) =>
    documentOf(
      lists.map((list, i): ReviewedCoding => {
        const coder = `C0${i + 1}`
        const annotations = list.map((own, j) => ({
          ...{ id: `${coder}-${j}`, lineageId: `${coder}-${j}`, code: 'hero', attributes: own.compared, ...own },
          ...{ note: '', unsure: false },
        }))
        return { ...emptyCoding, coder, annotations }
      }),
    ),
  )

test.each([
  ['two coders who change names differ in the same ways', arbitraryReview],
  ['whoever of them is called first, though partners could be chosen in several ways', arbitraryStacks],
])('%s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (document) => {
      const [one, other] = document.codings
      if (!one || !other) return
      const told = (codings: ReviewedCoding[]) =>
        spansOf({ ...document, codings })
          .flatMap(({ differences }) => differences.map(impersonal))
          .sort()
      expect(told([renamed(one, 'C02'), renamed(other, 'C01')])).toEqual(told([one, other]))
    }),
    { numRuns: 300 },
  )
})

function renamed(coding: ReviewedCoding, coder: string): ReviewedCoding {
  const id = (old: string) => coder + old.slice(3)
  return {
    ...{ ...coding, coder },
    annotations: coding.annotations.map((own) => ({ ...own, id: id(own.id), lineageId: id(own.lineageId) })),
    links: coding.links.map((link) => ({ ...link, from: id(link.from), to: id(link.to) })),
  }
}

test('coders who submitted the same do not differ', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      const [one] = document.codings
      if (!one) return
      const codings = ['C01', 'C02', 'C03'].map((coder) => ({ ...one, coder }))
      for (const cluster of clusters({ ...document, codings, ineligible: [] })) {
        expect(cluster.differences).toEqual([])
        expect(cluster.rows.every((row) => row.length % 3 === 0)).toBe(true)
      }
    }),
  )
})

/** Positions of the main segments without white space at their ends: a second way to find what annotations share. */
function positions({ segments }: ReviewedAnnotation): Set<number> {
  const characters = Array.from(ferryText)
  const main = segments.filter(({ part }) => part === 'span' || part === 'content')
  const own = main.length > 0 ? main : segments
  const places = own.flatMap(({ start, end }) => {
    const all = Array.from({ length: end - start }, (_, i) => start + i)
    const black = all.filter((at) => characters[at]?.trim() !== '')
    return all.filter((at) => at >= (black[0] ?? Number.POSITIVE_INFINITY) && at <= (black.at(-1) ?? -1))
  })
  return new Set(
    places.length > 0
      ? places
      : own.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  )
}

const families: Record<string, string> = { hero: 'character', villain: 'character', sourced: 'figure' }
const targetsOf = ({ code, compared: { target } }: ReviewedAnnotation): string[] =>
  families[code] === 'character'
    ? [target ?? []]
        .flat()
        .map(String)
        .filter((name) => name !== '')
    : []

function meets(one: ReviewedAnnotation, other: ReviewedAnnotation): boolean {
  if ((families[one.code] ?? one.code) !== (families[other.code] ?? other.code)) return false
  const there = positions(other)
  if (![...positions(one)].some((at) => there.has(at))) return false
  const [targets, others] = [targetsOf(one), targetsOf(other)]
  return (
    one.code === other.code || targets.length === 0 || others.length === 0 || targets.some((it) => others.includes(it))
  )
}

interface Owned {
  coder: string
  annotation: ReviewedAnnotation
}

function owned({ codings }: ReviewedDocument): Owned[] {
  return codings.flatMap(({ coder, annotations }) => annotations.map((annotation) => ({ coder, annotation })))
}

const nameOf = ({ coder, annotation }: Owned) => `${coder} ${annotation.id}`

/** What two annotations are compared by, in one text: the same for two that do not differ. */
function comparedText({ code, segments, compared }: ReviewedAnnotation): string {
  const own = { code, segments, compared } as ReviewedAnnotation
  const part = (name: string) =>
    [...positions({ ...own, segments: segments.filter((one) => one.part === name) })].sort((a, b) => a - b)
  const taken = code === 'sourced' ? ['scope'] : families[code] === 'character' ? ['target', 'author_stance'] : []
  const values = taken.map((key) =>
    [compared[key] ?? []]
      .flat()
      .map(String)
      .filter((it) => it !== '')
      .sort()
      .join('|'),
  )
  return JSON.stringify([code, [...positions(own)].sort((a, b) => a - b), part('source'), part('cue'), values])
}

test('every annotation is in one cluster; two are in the same one if and only if a chain of annotations that meet joins them', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      const all = owned(document)
      const clusterOf = new Map<string, string>()
      for (const { id, readings } of spansOf(document)) {
        for (const { coder, annotationIds } of readings) {
          for (const annotationId of annotationIds) {
            expect(clusterOf.has(`${coder} ${annotationId}`)).toBe(false)
            clusterOf.set(`${coder} ${annotationId}`, id)
          }
        }
      }
      expect([...clusterOf.keys()].sort()).toEqual(all.map(nameOf).sort())
      const reached = all.map((start) => {
        const chain = new Set([start])
        for (const at of chain) {
          for (const next of all) if (next.coder !== at.coder && meets(at.annotation, next.annotation)) chain.add(next)
        }
        return new Set([...chain].map(nameOf))
      })
      all.forEach((one, i) => {
        for (const other of all) {
          expect(clusterOf.get(nameOf(one)) === clusterOf.get(nameOf(other))).toBe(reached[i]?.has(nameOf(other)))
        }
      })
    }),
    { numRuns: 150 },
  )
})

test('of any two coders, each annotation either has a partner that is the same or is in a difference, all in its cluster', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      for (const cluster of spansOf(document)) expectComplete(document, cluster)
    }),
    { numRuns: 300 },
  )
})

function expectComplete(document: ReviewedDocument, { readings, differences, rows }: Cluster): void {
  const inCluster = readings.map(({ coder, annotationIds }) => {
    const annotations = document.codings.find((coding) => coding.coder === coder)?.annotations ?? []
    return { coder, own: annotations.filter(({ id }) => annotationIds.includes(id)) }
  })
  inCluster.forEach((one, i) => {
    for (const other of inCluster.slice(i + 1)) {
      const between = differences.filter(({ coders }) => coders[0] === one.coder && coders[1] === other.coder)
      const named = between.filter(({ type }) => type !== 'D9')
      const differing = new Set(
        named
          .filter(({ type }) => type !== 'D6')
          .flatMap(({ members }) => members.map(({ coder, annotationId }) => `${coder} ${annotationId}`)),
      )
      // What is in no difference is the same on both sides, as often.
      const same = ({ coder, own }: typeof one) => own.filter(({ id }) => !differing.has(`${coder} ${id}`))
      const texts = (side: typeof one) => same(side).map(comparedText).sort()
      expect(texts(one)).toEqual(texts(other))
      // Nothing is an omission and something else at once, and no difference is told twice.
      const told = named.map(({ type, members, attribute }) => JSON.stringify([type, members, attribute]))
      expect(new Set(told).size).toBe(told.length)
      const omitted = named.filter(({ type }) => type === 'D1').map(({ members }) => JSON.stringify(members[0]))
      const elsewhere = named
        .filter(({ type }) => type !== 'D1')
        .flatMap(({ members }) => members.map((member) => JSON.stringify(member)))
      expect(omitted.filter((member) => elsewhere.includes(member))).toEqual([])
    }
  })
  const inRows = rows.flat().map(({ coder, annotationId }) => `${coder} ${annotationId}`)
  expect(inRows.sort()).toEqual(inCluster.flatMap(({ coder, own }) => own.map(({ id }) => `${coder} ${id}`)).sort())
}

test('what an annotation says may change, and its cluster keeps its id but not its input key', () => {
  fc.assert(
    fc.property(arbitraryReview, fc.nat(20), (linked, place) => {
      // Links lead into other clusters, whose input changes with the ends of links.
      const document = { ...linked, codings: linked.codings.map((coding) => ({ ...coding, links: [] })) }
      const all = owned(document)
      const changed = all[place % (all.length || 1)]
      if (!changed) return
      const codings = document.codings.map((coding) => ({
        ...coding,
        annotations: coding.annotations.map((own) =>
          coding.coder === changed.coder && own.id === changed.annotation.id
            ? { ...own, compared: { ...own.compared, scope: 'changed', author_stance: 'changed' } }
            : own,
        ),
      }))
      const isCompared = changed.annotation.code !== 'attribution'
      const before = new Map(clusters(document).map((cluster) => [cluster.id, cluster]))
      for (const { id, inputKey, readings } of clusters({ ...document, codings })) {
        const isIn = readings.some(
          ({ coder, annotationIds }) => coder === changed.coder && annotationIds.includes(changed.annotation.id),
        )
        expect(before.has(id)).toBe(true)
        expect(before.get(id)?.inputKey === inputKey).toBe(!(isIn && isCompared))
      }
    }),
  )
})

test('notes, doubts, revisions and where white space ends are no input', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      const codings = document.codings.map((coding) => ({
        ...coding,
        ...{ codingId: 'another', revision: coding.revision + 1 },
        annotations: coding.annotations.map((own) => ({ ...own, note: 'see above', unsure: true })),
      }))
      const keys = (of: ReviewedDocument) => clusters(of).map(({ id, inputKey }) => [id, inputKey])
      expect(keys({ ...document, codings })).toEqual(keys(document))
    }),
  )
})

test('another round, document, secret or party gives another id or input key', () => {
  fc.assert(
    fc.property(arbitraryReview, (document) => {
      const ids = (of: ReviewedDocument) => clusters(of).map(({ id }) => id)
      const keys = (of: ReviewedDocument) => new Set(clusters(of).map(({ inputKey }) => inputKey))
      const own = new Set(ids(document))
      expect(own.size).toBe(ids(document).length)
      expect(ids({ ...document, roundId: 'other' }).some((id) => own.has(id))).toBe(false)
      expect(ids({ ...document, documentId: 'other' }).some((id) => own.has(id))).toBe(false)
      expect(ids({ ...document, secret: 'other' }).some((id) => own.has(id))).toBe(false)
      const more: ReviewedCoding = {
        ...document.codings[0],
        coder: 'C08',
        annotations: [],
        links: [],
        answers: [],
      } as never
      const shared = [...keys({ ...document, codings: [...document.codings, more] })].filter((key) =>
        keys(document).has(key),
      )
      expect(shared).toEqual([])
    }),
  )
})
