import fc from 'fast-check'
import { type CodedSpan, type Continuum, spansByCoder } from '@/lib/agreement/continuum'
import { bestAlignmentDisorder, gamma } from '@/lib/agreement/gamma'
import { type Dissimilarity, unitDissimilarity } from '@/lib/agreement/gamma-disorder'
import { arbitraryContinuum, backwards, copied } from './arbitrary-continuum'

const trio = ['C01', 'C02', 'C03']
const arbitraryCoders = fc.constantFrom(['C01', 'C02'], trio, [...trio, 'C04'])
const arbitraryText = arbitraryCoders.chain((coders) => arbitraryContinuum(coders, ['hero', 'villain'], 2))
const arbitraryWeights = fc.record({
  alpha: fc.constantFrom(0, 1, 3),
  beta: fc.constantFrom(0, 1, 2),
  deltaEmpty: fc.constantFrom(0.5, 1),
})
const ones: Dissimilarity = { alpha: 1, beta: 1, deltaEmpty: 1 }

/** The least total cost over all alignments, tried one by one: the first unit left takes every possible tuple. */
function leastCost(byCoder: readonly CodedSpan[][], weights: Dissimilarity): number {
  const first = byCoder.findIndex((units) => units.length > 0)
  if (first < 0) return 0
  const choices = byCoder.map((units, coder) =>
    coder < first ? [null] : coder === first ? units.slice(0, 1) : [null, ...units],
  )
  const tuples = choices.reduce<(CodedSpan | null)[][]>(
    (partial, own) => partial.flatMap((tuple) => own.map((unit) => [...tuple, unit])),
    [[]],
  )
  const costs = tuples.map((tuple) => {
    const left = byCoder.map((units, coder) => units.filter((unit) => unit !== tuple[coder]))
    return tupleCost(tuple, weights) + leastCost(left, weights)
  })
  return Math.min(...costs)
}

function tupleCost(tuple: readonly (CodedSpan | null)[], weights: Dissimilarity): number {
  const costs = tuple.flatMap((one, i) =>
    tuple.slice(i + 1).map((other) => (one && other ? unitDissimilarity(one, other, weights) : weights.deltaEmpty)),
  )
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length
}

/** The total cost of an alignment as it was returned. */
function costOf(
  alignment: readonly (readonly (number | null)[])[],
  byCoder: readonly CodedSpan[][],
  weights: Dissimilarity,
) {
  return alignment.reduce((sum, places) => {
    const tuple = places.map((place, coder) => (place === null ? null : (byCoder[coder]?.[place] ?? null)))
    return sum + tupleCost(tuple, weights)
  }, 0)
}

const meanUnits = ({ spans, coders }: Continuum) => spans.length / coders.length

describe('the disorder of the best alignment', () => {
  it('is the least of all alignments, for two coders and for more', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryWeights, (continuum, weights) => {
        const { value } = bestAlignmentDisorder(continuum, weights)
        if (continuum.spans.length === 0) expect(value).toBeNull()
        else expect((value ?? 0) * meanUnits(continuum)).toBeCloseTo(leastCost(spansByCoder(continuum), weights), 6)
      }),
    )
  })

  it('belongs to the alignment returned, which holds every unit once', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryWeights, (continuum, weights) => {
        const { value, alignment } = bestAlignmentDisorder(continuum, weights)
        const byCoder = spansByCoder(continuum)
        expect(costOf(alignment ?? [], byCoder, weights)).toBeCloseTo((value ?? 0) * meanUnits(continuum), 9)
        const units = (alignment ?? []).flatMap((tuple) =>
          tuple.flatMap((place, i) => (place === null ? [] : `${i} ${place}`)),
        )
        expect(units.sort()).toEqual(byCoder.flatMap((own, i) => own.map((_, place) => `${i} ${place}`)).sort())
      }),
    )
  })

  it('does not change with the order of coders and spans', () => {
    fc.assert(
      fc.property(arbitraryText, (continuum) => {
        const [one, other] = [bestAlignmentDisorder(continuum), bestAlignmentDisorder(backwards(continuum))]
        if (one.value === null) expect(other.value).toBeNull()
        else expect(other.value).toBeCloseTo(one.value, 9)
      }),
    )
  })

  it('is 0 for identical coders', () => {
    fc.assert(
      fc.property(arbitraryContinuum(['C01']), arbitraryCoders, ({ spans }, coders) => {
        expect(bestAlignmentDisorder(copied(spans, coders)).value ?? 0).toBeCloseTo(0, 9)
      }),
    )
  })

  it('is refused, with the reason, where too many units stand at one place', () => {
    const crowd = copied(
      Array.from({ length: 14 }, (_, i) => ({ coder: '', start: i, end: i + 12, code: 'hero' })),
      trio,
    )
    expect(bestAlignmentDisorder(crowd)).toMatchObject({ value: null, undefined: 'too_many_units' })
    expect(gamma(crowd)).toMatchObject({ value: null, undefined: 'too_many_units' })
  })

  it('of a long text with many units is no trouble', () => {
    const spans = Array.from({ length: 150 }, (_, i) => ({ coder: '', start: i * 40, end: i * 40 + 12, code: 'hero' }))
    expect(bestAlignmentDisorder({ ...copied(spans, trio), length: 6000 }).value).toBeCloseTo(0, 9)
  })
})

describe('gamma', () => {
  const continuum: Continuum = {
    length: 60,
    coders: trio,
    spans: trio.flatMap((coder, i) => [
      { coder, start: 2 + i, end: 9, code: 'hero' },
      { coder, start: 20, end: 30 + i, code: i === 2 ? 'villain' : 'hero' },
      { coder, start: 44 - i, end: 50, code: 'villain' },
    ]),
  }

  it.each(['shift', 'statistical'] as const)(
    'repeats itself with the same seed and not with another (%s)',
    (sampler) => {
      const first = gamma(continuum, { sampler, seed: 4 })
      expect(gamma(continuum, { sampler, seed: 4 })).toEqual(first)
      expect(gamma(continuum, { sampler, seed: 5 }).value).not.toBe(first.value)
    },
  )

  it('does not change with the order of coders and spans', () => {
    expect(gamma(backwards(continuum), { seed: 4 }).value).toBeCloseTo(gamma(continuum, { seed: 4 }).value ?? 0, 9)
  })

  it('is 1 for identical coders', () => {
    const same = copied(
      continuum.spans.filter(({ coder }) => coder === 'C01'),
      trio,
    )
    expect(gamma({ ...same, length: 60 }).value).toBeCloseTo(1, 9)
  })

  it('draws more samples where the precision asked for needs them, and then errs less', () => {
    const rough = gamma(continuum)
    const fine = gamma(continuum, { precision: 0.01 })
    expect(rough.samples).toBe(30)
    expect(fine.samples).toBeGreaterThan(30)
    expect(fine.samplingError ?? 1).toBeLessThan(rough.samplingError ?? 0)
    expect(Math.abs((fine.value ?? 0) - (rough.value ?? 1))).toBeLessThan(3 * (rough.samplingError ?? 0))
  })

  it('is undefined without units and without a second coder, with the reason', () => {
    expect(gamma({ length: 9, coders: trio, spans: [] })).toMatchObject({ value: null, undefined: 'no_span' })
    const alone = { length: 9, coders: ['C01'], spans: [{ coder: 'C01', start: 0, end: 3, code: 'hero' }] }
    expect(gamma(alone, { weights: ones })).toMatchObject({ value: null, undefined: 'one_coder' })
  })
})
