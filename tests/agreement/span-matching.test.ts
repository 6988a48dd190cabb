import fc from 'fast-check'
import { type CodedSpan, sharedLength, spansByCoder } from '@/lib/agreement/continuum'
import { type MatchAim, type MatchRule, matchRate, matchSpans } from '@/lib/agreement/span-matching'
import { arbitraryContinuum, backwards, copied } from './arbitrary-continuum'

const pair = ['C01', 'C02']
const rules: MatchRule[] = ['exact', 'exact_unlabelled', 'overlap', { iou: 0.5 }, { iou: 0.3 }]
const arbitraryRule = fc.constantFrom(...rules)
const arbitraryPair = arbitraryContinuum(pair, ['hero', 'villain'])
const span = (start: number, end: number, code = 'hero'): CodedSpan => ({ coder: 'C01', start, end, code })

const total = (matches: { shared: number }[]) => matches.reduce((sum, { shared }) => sum + shared, 0)

/** The best over all one-to-one matchings, tried one by one: most pairs, or most shared text. */
function bruteForce(one: CodedSpan[], other: CodedSpan[], rule: MatchRule, aim: MatchAim): number {
  const [first, ...rest] = one
  if (!first) return 0
  const without = bruteForce(rest, other, rule, aim)
  const worths = other.map((partner, b) => {
    if (matchSpans([first], [partner], rule).length === 0) return 0
    const worth = aim === 'pairs' ? 1 : sharedLength(first, partner)
    return worth + bruteForce(rest, [...other.slice(0, b), ...other.slice(b + 1)], rule, aim)
  })
  return Math.max(without, ...worths)
}

/** Takes the first partner that is left: what the matching must never be worse than. */
function greedy(one: CodedSpan[], other: CodedSpan[], rule: MatchRule): number {
  const left = new Set(other)
  return one.filter((span) => {
    const partner = [...left].find((candidate) => matchSpans([span], [candidate], rule).length > 0)
    return partner && left.delete(partner)
  }).length
}

describe('matching the spans of two coders', () => {
  it('finds as many pairs as any one-to-one matching, and as much shared text', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryRule, (continuum, rule) => {
        const [one = [], other = []] = spansByCoder(continuum)
        expect(matchSpans(one, other, rule, 'pairs')).toHaveLength(bruteForce(one, other, rule, 'pairs'))
        expect(total(matchSpans(one, other, rule, 'overlap'))).toBe(bruteForce(one, other, rule, 'overlap'))
      }),
    )
  })

  it('never finds fewer pairs than taking partners as they come', () => {
    fc.assert(
      fc.property(arbitraryContinuum(pair, ['hero'], 12), arbitraryRule, (continuum, rule) => {
        const [one = [], other = []] = spansByCoder(continuum)
        const pairs = matchSpans(one, other, rule, 'pairs').length
        expect(pairs).toBeGreaterThanOrEqual(greedy(one, other, rule))
      }),
    )
  })

  it('gives every span one partner at most, under the rule', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryRule, (continuum, rule) => {
        const [one = [], other = []] = spansByCoder(continuum)
        const matches = matchSpans(one, other, rule)
        expect(new Set(matches.map(({ a }) => a)).size).toBe(matches.length)
        expect(new Set(matches.map(({ b }) => b)).size).toBe(matches.length)
        for (const { shared, iou } of matches) {
          expect(shared).toBeGreaterThan(0)
          if (typeof rule === 'object') expect(iou).toBeGreaterThanOrEqual(rule.iou - 1e-9)
        }
      }),
    )
  })

  it('shares as much whoever comes first and however the spans are ordered', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryRule, (continuum, rule) => {
        const [one = [], other = []] = spansByCoder(continuum)
        const [forth, back] = [matchSpans(one, other, rule), matchSpans([...other].reverse(), [...one].reverse(), rule)]
        expect(total(back)).toBe(total(forth))
        expect(back).toHaveLength(forth.length)
      }),
    )
  })

  it('gives attributes the partner that shares most, F1 the most pairs', () => {
    const [one, other] = [
      [span(0, 10), span(8, 20)],
      [span(9, 10), span(0, 10)],
    ]
    expect(matchSpans(one, other, 'overlap', 'overlap')).toEqual([
      { a: 0, b: 1, shared: 10, iou: 1 },
      { a: 1, b: 0, shared: 1, iou: 1 / 12 },
    ])
    const chained = [span(0, 3), span(9, 10)]
    expect(matchSpans([span(0, 10), span(8, 20)], chained, 'overlap', 'pairs')).toHaveLength(2)
    expect(matchSpans([span(0, 5), span(4, 5)], [span(0, 5)], 'overlap')).toEqual([{ a: 0, b: 0, shared: 5, iou: 1 }])
  })

  it('matches a long chain of overlapping spans each with its own', () => {
    const many = Array.from({ length: 500 }, (_, i) => span(i * 3, i * 3 + 4))
    expect(matchSpans(many, many, 'overlap', 'overlap').every(({ a, b }) => a === b)).toBe(true)
  })
})

describe('the match rate', () => {
  it('is the share of spans with a partner, over all documents and pairs of coders', () => {
    const half = {
      length: 9,
      coders: pair,
      spans: [span(0, 3), { ...span(0, 3), coder: 'C02' }, span(4, 6), span(7, 9)],
    }
    expect(matchRate([half])).toEqual({ value: 2 / 4 })
    expect(matchRate([half, { length: 9, coders: pair, spans: [span(1, 2)] }])).toEqual({ value: 2 / 5 })
  })

  it('does not depend on the order of coders and spans, and is 1 for identical coders', () => {
    fc.assert(
      fc.property(arbitraryContinuum(['C01', 'C02', 'C03']), arbitraryRule, (continuum, rule) => {
        expect(matchRate([backwards(continuum)], rule)).toEqual(matchRate([continuum], rule))
        const same = matchRate([copied(spansByCoder(continuum)[0] ?? [], pair)], rule)
        expect([null, 1]).toContain(same.value)
      }),
    )
  })

  it('is undefined without spans and without a second coder, with the reason', () => {
    expect(matchRate([{ length: 9, coders: pair, spans: [] }])).toEqual({ value: null, undefined: 'no_span' })
    expect(matchRate([{ length: 9, coders: ['C01'], spans: [span(0, 3)] }])).toEqual({
      value: null,
      undefined: 'one_coder',
    })
  })
})
