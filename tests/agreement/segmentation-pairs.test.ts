import fc from 'fast-check'
import { type SegmentationMeasureName, segmentationMeasures } from '@/lib/agreement/segmentation-measures'
import { meanOverPairs, segmentationPairs } from '@/lib/agreement/segmentation-pairs'
import { spanStatistics } from '@/lib/agreement/span-statistics'
import { arbitraryContinuum, backwards, copied } from './arbitrary-continuum'

const coders = ['C01', 'C02', 'C03']
const arbitraryMeasure = fc.constantFrom(...(Object.keys(segmentationMeasures) as SegmentationMeasureName[]))

describe('the segmentations that spans make', () => {
  it('are compared alike whatever the order of coders and spans', () => {
    fc.assert(
      fc.property(arbitraryContinuum(coders), arbitraryMeasure, (continuum, name) => {
        const one = spanStatistics[name]([continuum])
        const other = spanStatistics[name]([backwards(continuum)])
        if (typeof one.value !== 'number') expect(other.undefined).toBe(one.undefined)
        else expect(other.value).toBeCloseTo(one.value, 12)
      }),
    )
  })

  it('are perfect for identical coders, and undefined where no span begins or ends in the text', () => {
    fc.assert(
      fc.property(arbitraryContinuum(['C01']), arbitraryMeasure, ({ spans, length }, name) => {
        const { value, undefined: reason } = spanStatistics[name]([copied(spans, coders)])
        const isPerfect = name.endsWith('similarity') ? 1 : 0
        if (spans.every(({ start, end }) => start === 0 && end === length)) expect(reason).toBe('no_boundary')
        else expect(value).toBe(isPerfect)
      }),
    )
  })

  it('are the masses of two coders of one document, when there is a boundary', () => {
    const continuum = {
      length: 11,
      coders: ['C01', 'C02'],
      spans: [
        { coder: 'C01', code: 'hero', start: 2, end: 5 },
        { coder: 'C02', code: 'hero', start: 2, end: 4 },
      ],
    }
    const masses = { a: [2, 3, 6], b: [2, 2, 7] }
    for (const name of ['boundary_similarity', 'segmentation_similarity'] as const) {
      expect(spanStatistics[name]([continuum])).toEqual(spanStatistics[name](masses))
      expect(spanStatistics[name]([continuum], { n_t: 3 })).toEqual(spanStatistics[name](masses, { n_t: 3 }))
    }
    for (const name of ['windowdiff', 'pk'] as const) {
      const { pairs = {} } = spanStatistics[name]([continuum], { window: 4 })
      expect(pairs['C01-C02']).toBe(spanStatistics[name](masses, { window: 4 }).value)
    }
  })

  it('of several documents add up: the sums of both are those of the two', () => {
    fc.assert(
      fc.property(arbitraryContinuum(coders), arbitraryContinuum(coders), arbitraryMeasure, (one, other, name) => {
        const measure = segmentationMeasures[name]({})
        const [both, ofOne, ofOther] = [[one, other], [one], [other]].map((continua) =>
          segmentationPairs(continua, coders, measure),
        )
        const added = ofOne?.map(({ sums }, i) => ({
          sums: sums.map((sum, j) => sum + (ofOther?.[i]?.sums[j] ?? Number.NaN)),
        }))
        expect(meanOverPairs(both ?? [], measure)).toEqual(meanOverPairs(added ?? [], measure))
      }),
    )
  })
})
