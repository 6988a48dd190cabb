import { codingStatistics } from '@/lib/agreement/coding-statistics'
import { coincidences } from '@/lib/agreement/coincidences'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { specificAgreement } from '@/lib/agreement/specific-agreement'

/** Two coders, 1,000 units: `both` present for both, `one` for only the first and as many for only the second. */
function twoCoders(both: number, one: number) {
  const rest = 1000 - both - 2 * one
  const row = (counts: [number, number][]) => counts.flatMap(([value, count]) => Array<number>(count).fill(value))
  return {
    table: [
      row([
        [1, both + one],
        [0, one + rest],
      ]),
      row([
        [1, both],
        [0, one],
        [1, one],
        [0, rest],
      ]),
    ],
  }
}

describe('positive and negative specific agreement (Cicchetti & Feinstein 1990)', () => {
  it.each([
    // 2a / (2a + b + c), by hand
    [10, 15, 0.4, 0.97, 0.968],
    [90, 50, 0.643, 0.9, 0.868],
    [0, 5, 0, 0.99, 0.99],
  ])('of %i units present for both and %i for each alone tell what percent agreement and AC1 hide', (...numbers) => {
    const [both, one, psa, percent, ac1] = numbers
    const input = twoCoders(both, one)
    expect(codingStatistics.positive_specific_agreement(input).value).toBeCloseTo(psa, 3)
    expect(codingStatistics.percent_agreement(input).value).toBeCloseTo(percent, 3)
    expect(codingStatistics.gwet_ac1(input).value).toBeCloseTo(ac1, 3)
    const d = 1000 - both - 2 * one
    expect(codingStatistics.negative_specific_agreement(input).value).toBeCloseTo((2 * d) / (2 * d + 2 * one), 12)
  })

  it('is the chance that another coder of the unit says the same, with any number of coders', () => {
    const data = reliabilityData(
      [
        [1, 1, 0],
        [1, 1, 1],
        [0, 0, 0],
      ],
      presence,
    )
    // Of five values "present" three agree with both others, two with one of two.
    expect(specificAgreement(coincidences(data), 1).value).toBeCloseTo((3 + 2 / 2) / 5, 12)
  })

  it('is undefined for a code that nobody gave, 1 for its absence', () => {
    const input = {
      table: [
        [0, 0],
        [0, 0],
      ],
    }
    expect(codingStatistics.positive_specific_agreement(input)).toEqual({ value: null, undefined: 'category_unused' })
    expect(codingStatistics.negative_specific_agreement(input)).toEqual({ value: 1 })
  })

  it('is undefined without a unit of two coders, and for values other than presence', () => {
    const lone = {
      table: [
        [1, null],
        [null, 1],
      ],
    }
    expect(codingStatistics.positive_specific_agreement(lone).undefined).toBe('no_pairable_unit')
    const scale = {
      table: [
        [1, 2],
        [1, 3],
      ],
    }
    expect(codingStatistics.positive_specific_agreement(scale).undefined).toBe('not_presence')
  })
})
