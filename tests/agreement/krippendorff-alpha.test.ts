import fc from 'fast-check'
import type { Metric } from '@/lib/agreement/alpha-metrics'
import { coincidences } from '@/lib/agreement/coincidences'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { type Category, reliabilityData } from '@/lib/agreement/reliability-data'
import { bruteForceAlpha } from './alpha-oracle'
import { allCategories, arbitraryUnits, reordered } from './arbitrary-data'
import { expectWithin, goldenCases } from './golden-cases'

type Units = (Category | null)[][]

const alphaOf = (units: Units, categories = allCategories) =>
  krippendorffAlpha(coincidences(reliabilityData(units, categories)))

const isDifferent = () => (one: Category, other: Category) => (one === other ? 0 : 1)

describe('the worked examples of Krippendorff (1980, 2004, 2011), Hayes & Krippendorff (2007) and others', () => {
  it.each(goldenCases('krippendorff_alpha').map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    const alpha = krippendorffAlpha(coincidences(entry.data))
    if (entry.expected.value === null) {
      expect(alpha).toMatchObject({ value: null, undefined: expect.stringMatching(/^no_/) })
      return
    }
    expectWithin(alpha.value, entry.expected.value, entry.tolerance)
    if ('observed_disagreement' in entry.expected) {
      expectWithin(alpha.observedDisagreement, entry.expected.observed_disagreement, entry.tolerance)
      expectWithin(alpha.expectedDisagreement, entry.expected.expected_disagreement, entry.tolerance)
      expectWithin(alpha.pairableValues, entry.expected.n_pairable, entry.tolerance)
    }
  })

  it('are all there: none was lost when the fixtures were made', () => {
    expect(goldenCases('krippendorff_alpha').length).toBeGreaterThanOrEqual(30)
  })
})

describe('nominal alpha', () => {
  it('equals the definition computed pair by pair', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const [alpha, oracle] = [alphaOf(units).value, bruteForceAlpha(units, isDifferent)]
        if (oracle === null) expect(alpha).toBeNull()
        else expect(alpha).toBeCloseTo(oracle, 10)
      }),
    )
  })

  it('does not change with the order of coders and units', () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.array(fc.nat(), { minLength: 1 }), (units, keys) => {
        const shuffled = reordered(units, keys).map((unit) => reordered(unit, keys))
        const [one, other] = [alphaOf(units).value, alphaOf(shuffled).value]
        if (one === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(one, 10)
      }),
    )
  })

  it('does not change when categories get other names', () => {
    const renamed = new Map<Category | null, Category | null>([
      ['a', 'c'],
      ['b', 'a'],
      ['c', 'b'],
      [null, null],
    ])
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const relabelled = units.map((unit) => unit.map((value) => renamed.get(value) ?? null))
        const [one, other] = [alphaOf(units).value, alphaOf(relabelled).value]
        if (one === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(one, 10)
      }),
    )
  })

  it('is 1 when coders are identical and use more than one category', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.integer({ min: 2, max: 6 }), (values, coders) => {
        const units = ['a', 'b', ...values].map((value) => Array.from({ length: coders }, () => value))
        expect(alphaOf(units).value).toBe(1)
      }),
    )
  })

  it('is undefined, not 1, when every coder used one category', () => {
    expect(
      alphaOf([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toMatchObject({ value: null, undefined: 'no_variation' })
  })

  it('is undefined when no unit has values of two coders', () => {
    expect(
      alphaOf([
        ['a', null],
        [null, 'b'],
      ]),
    ).toMatchObject({ value: null, undefined: 'no_pairable_unit' })
  })

  it('takes another metric: interval differences give the published .849 (Krippendorff 2011, C)', () => {
    const entry = goldenCases('krippendorff_alpha').find(({ name }) => name.startsWith('gwet-2014-12x4/'))
    if (!entry) throw new Error('The table is missing')
    const numbers = entry.data.categories.map(Number)
    const interval: Metric = () => (c, k) => ((numbers[c] ?? 0) - (numbers[k] ?? 0)) ** 2
    expect(krippendorffAlpha(coincidences(entry.data), interval).value).toBeCloseTo(0.8491071428571428, 9)
  })
})

describe('coincidences', () => {
  it('of two halves add up to those of the whole', () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.nat(12), (units, cut) => {
        const of = (part: Units) => coincidences(reliabilityData(part, allCategories))
        const [first, second, whole] = [of(units.slice(0, cut)), of(units.slice(cut)), of(units)]
        whole.forEach((o, i) => {
          expect((first[i] ?? 0) + (second[i] ?? 0)).toBeCloseTo(o, 10)
        })
      }),
    )
  })
})
