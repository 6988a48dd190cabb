import fc from 'fast-check'
import { type CodedSpan, spansByCoder } from '@/lib/agreement/continuum'
import { type F1Rule, f1, f1Counts, meanF1, pairCounts } from '@/lib/agreement/span-f1'
import { arbitraryContinuum, backwards, copied } from './arbitrary-continuum'

const coders = ['C01', 'C02', 'C03']
const pair = ['C01', 'C02']
const rules: F1Rule[] = ['exact', 'exact_unlabelled', 'overlap', { iou: 0.5 }, 'overlap_many', 'characters']
const arbitraryRule = fc.constantFrom(...rules)
const span = (coder: string, start: number, end: number): CodedSpan => ({ coder, start, end, code: 'hero' })

describe('span F1', () => {
  it('is the same when the coders change places: precision and recall change with them', () => {
    fc.assert(
      fc.property(arbitraryContinuum(pair), arbitraryRule, (continuum, rule) => {
        const [one = [], other = []] = spansByCoder(continuum)
        const forth = f1(f1Counts(one, other, rule, continuum.length))
        const back = f1(f1Counts(other, one, rule, continuum.length))
        expect(back.value).toBe(forth.value)
        expect([back.recall, back.precision]).toEqual([forth.precision, forth.recall])
      }),
    )
  })

  it('does not change with the order of coders and spans', () => {
    fc.assert(
      fc.property(arbitraryContinuum(coders), arbitraryRule, (continuum, rule) => {
        const one = meanF1(pairCounts([continuum], coders, rule))
        const other = meanF1(pairCounts([backwards(continuum)], [...coders].reverse(), rule))
        if (one.value === null) expect(other).toEqual(one)
        else expect(other.value).toBeCloseTo(one.value, 12)
      }),
    )
  })

  it('is 1 for identical coders and undefined, not 1, for coders who marked nothing', () => {
    fc.assert(
      fc.property(arbitraryContinuum(['C01']), arbitraryRule, ({ spans }, rule) => {
        const figure = meanF1(pairCounts([copied(spans, coders)], coders, rule))
        if (spans.length === 0) expect(figure).toEqual({ value: null, undefined: 'no_span' })
        else expect(figure).toEqual({ value: 1 })
      }),
    )
  })

  it('rises, or stays, from exact over IoU to overlap', () => {
    fc.assert(
      fc.property(arbitraryContinuum(pair), (continuum) => {
        const values = (['exact', { iou: 0.5 }, 'overlap', 'overlap_many'] as const).map(
          (rule) => meanF1(pairCounts([continuum], pair, rule)).value ?? 0,
        )
        values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? 0) - 1e-12)
        })
      }),
    )
  })

  it('of several documents adds up the spans of those both coders finished', () => {
    const both = { length: 9, coders: pair, spans: [span('C01', 0, 3), span('C02', 0, 3)] }
    const empty = { length: 9, coders: pair, spans: [span('C01', 0, 3), span('C01', 4, 6)] }
    const alone = { length: 9, coders: ['C01', 'C03'], spans: [span('C01', 0, 3)] }
    const pairs = pairCounts([both, empty, alone], coders, 'exact')
    expect(pairs.map(({ counts }) => counts)).toEqual([
      [1, 1, 3, 1],
      [0, 0, 1, 0],
      [0, 0, 0, 0],
    ])
    // The third pair shares no document and is left out of the mean.
    expect(meanF1(pairs)).toEqual({ value: (2 / 4 + 0) / 2 })
  })

  it('counts characters that one coder marked twice once', () => {
    const continuum = { length: 9, coders: pair, spans: [span('C01', 0, 4), span('C01', 2, 6), span('C02', 1, 5)] }
    expect(pairCounts([continuum], pair, 'characters')[0]?.counts).toEqual([4, 4, 6, 4])
  })
})
