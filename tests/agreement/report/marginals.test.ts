import fc from 'fast-check'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { marginalsSection } from '@/lib/agreement/report/marginals'
import { studentQuantile } from '@/lib/agreement/student-t'
import { seededShare } from '../simulated-coders'
import { markedDocument, markedRequest } from './marked-documents'

const sectionOf = (documents: readonly ReturnType<typeof markedDocument>[]) =>
  marginalsSection(groundsOf(markedRequest(documents, ['hero'])))

/** A document in which every coder has so many annotations. */
function counted(documentId: string, counts: Readonly<Record<string, number>>, words = 100) {
  const marks = Object.entries(counts).map(([coder, count]) => [coder, '1'.repeat(count).padEnd(30, '0')])
  return markedDocument(documentId, { hero: Object.fromEntries(marks) }, words)
}

/** The formula as it is written, document by document. */
function limitsByHand(texts: readonly { counts: Record<string, number>; words: number }[], coder: string) {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
  const others = texts.map(({ counts, words }) => {
    const found = Object.entries(counts).flatMap(([name, count]) => (name === coder ? [] : [count]))
    return { y: sum(found), e: words * found.length }
  })
  const rate = sum(others.map(({ y }) => y)) / sum(others.map(({ e }) => e))
  if (rate === 0) return null
  const pearson = sum(others.map(({ y, e }) => (y - rate * e) ** 2 / (rate * e)))
  const own = sum(texts.flatMap(({ counts, words }) => (coder in counts ? [words] : [])))
  const inverse = 1 / own + 1 / sum(others.map(({ e }) => e))
  const reach =
    studentQuantile(texts.length - 1) * Math.sqrt(Math.max(1, pearson / (texts.length - 1)) * rate * inverse)
  return [1000 * Math.max(0, rate - reach), 1000 * (rate + reach)] as const
}

describe('how much a coder uses a code', () => {
  it('is annotations per 1,000 words of the documents the coder submitted', () => {
    const documents = [counted('D0001', { C01: 2, C02: 1 }, 150), counted('D0002', { C01: 1, C02: 1, C03: 4 }, 350)]

    expect(sectionOf(documents)).toMatchObject([
      { coder: 'C01', code: 'hero', documents: 2, annotations: 3, words: 500, rate: 6 },
      { coder: 'C02', documents: 2, annotations: 2, words: 500, rate: 4 },
      { coder: 'C03', documents: 1, annotations: 4, words: 350 },
    ])
  })

  it('has limits by the formula of the quasi-Poisson model', () => {
    const documents = [counted('D0001', { C01: 0, C02: 1, C03: 2 }), counted('D0002', { C01: 0, C02: 5, C03: 4 })]
    // Others: 3 and 9 annotations in 200 words each, L = .03, phi = (9 + 9) / 6 / 1 = 3, t(1) = 12.706.
    const reach = 12.7062047 * Math.sqrt(3 * 0.03 * (1 / 200 + 1 / 400))

    expect(sectionOf(documents)[0]?.limits?.[0]).toBe(0)
    expect(sectionOf(documents)[0]?.limits?.[1]).toBeCloseTo(1000 * (0.03 + reach), 4)
  })

  it('has limits by that formula over whichever documents each coder submitted', () => {
    const counts = fc.dictionary(fc.constantFrom('C01', 'C02', 'C03', 'C04'), fc.nat(6), { minKeys: 2 })
    const text = fc.record({ counts, words: fc.integer({ min: 1, max: 400 }) })
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const rows = sectionOf(texts.map(({ counts, words }, i) => counted(`D${100 + i}`, counts, words)))
        const coders = new Set(texts.flatMap((one) => Object.keys(one.counts)))
        fc.pre(coders.size > 2)
        for (const { coder, limits } of rows) {
          const [low, high] = limitsByHand(texts, coder) ?? [Number.NaN, Number.NaN]
          expect(limits?.[0] ?? Number.NaN).toBeCloseTo(low, 6)
          expect(limits?.[1] ?? Number.NaN).toBeCloseTo(high, 6)
        }
      }),
    )
  })

  it('has limits around the rate of the others, whatever its own is', () => {
    const counts = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(counts, fc.nat(20), (texts, own) => {
        const documentsWith = (first: (count: number) => number) =>
          texts.map(([C01, C02, C03], i) => counted(`D${i}`, { C01: first(C01), C02, C03 }))
        const [row] = sectionOf(documentsWith((count) => count))
        const [other] = sectionOf(documentsWith(() => own))
        const pooled = (1000 * texts.reduce((sum, [, C02, C03]) => sum + C02 + C03, 0)) / (200 * texts.length)

        expect(row?.limits).toEqual(other?.limits)
        if (pooled === 0) expect(row?.limits).toBeNull()
        else {
          expect(row?.limits?.[0]).toBeLessThanOrEqual(pooled)
          expect(row?.limits?.[1]).toBeGreaterThan(pooled)
        }
      }),
    )
  })

  it('lies outside them in no more than about 5 % of coders who are like the others, also when documents differ widely', () => {
    const share = seededShare(12)
    const poisson = (mean: number) => {
      let count = 0
      for (let left = Math.exp(-mean), product = share(); product > left; product *= share()) count += 1
      return count
    }
    const outside = Array.from({ length: 300 }, () => {
      const documents = Array.from({ length: 12 }, (_, i) => {
        const mean = i % 4 === 0 ? 8 : 1
        return counted(`D${i}`, { C01: poisson(mean), C02: poisson(mean), C03: poisson(mean) })
      })
      const [row] = sectionOf(documents)
      return row?.limits ? row.rate < row.limits[0] || row.rate > row.limits[1] : true
    })

    expect(outside.filter(Boolean).length / outside.length).toBeLessThan(0.07)
  })

  it('lies outside them for a coder who uses the code three times as often, or hardly ever', () => {
    const documents = (own: number) =>
      Array.from({ length: 12 }, (_, i) => counted(`D${i}`, { C01: own, C02: 2 + (i % 3), C03: 3 }))
    const rowOf = (own: number) => sectionOf(documents(own))[0]

    expect(rowOf(9)?.rate).toBeGreaterThan(rowOf(9)?.limits?.[1] ?? Number.NaN)
    expect(rowOf(0)?.rate).toBeLessThan(rowOf(0)?.limits?.[0] ?? Number.NaN)
    expect(rowOf(3)?.rate).toBeLessThan(rowOf(3)?.limits?.[1] ?? Number.NaN)
  })

  it('has no limits with fewer than two others, in a single document, or when the others never used the code', () => {
    const two = [counted('D0001', { C01: 1, C02: 1 }), counted('D0002', { C01: 1, C02: 1 })]
    const single = [counted('D0001', { C01: 1, C02: 1, C03: 1 })]
    const never = [counted('D0001', { C01: 1, C02: 0, C03: 0 }), counted('D0002', { C01: 1, C02: 0, C03: 0 })]

    for (const documents of [two, single, never]) expect(sectionOf(documents)[0]?.limits).toBeNull()
  })

  it('is left out for a coder without a shared document or without words', () => {
    const grounds = groundsOf(
      markedRequest([counted('D0001', { C01: 0, C02: 0 }, 0)], ['hero'], { coders: ['C01', 'C02', 'C03'] }),
    )

    expect(marginalsSection(grounds)).toEqual([])
  })
})
