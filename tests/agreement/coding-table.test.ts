import { setDistance } from '@/lib/agreement/coding-alpha'
import { codingStatistics } from '@/lib/agreement/coding-statistics'

const numbers = {
  table: [
    [1, 2, 3, 1],
    [1, 2, 2, 1],
  ],
}
const words = {
  table: [
    ['low', 'mid', 'high', 'low'],
    ['low', 'mid', 'mid', 'low'],
  ],
}
const inOrder = { ...words, categories: ['low', 'mid', 'high'] }
const sets = {
  table: [
    [['a'], ['a', 'b'], []],
    [['a'], ['b'], []],
  ],
}

describe('a table that a statistic is not made for', () => {
  const { cohen_kappa, fleiss_kappa, gwet_ac2, krippendorff_alpha, percent_agreement, scott_pi } = codingStatistics

  it('has no Cohen kappa or Scott pi when there are more than two coders', () => {
    const three = {
      table: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    }
    expect(cohen_kappa(three)).toEqual({ value: null, undefined: 'not_two_coders' })
    expect(scott_pi(three)).toEqual({ value: null, undefined: 'not_two_coders' })
  })

  it('has no distances between words', () => {
    for (const metric of ['interval', 'ratio']) {
      expect(krippendorff_alpha(words, { metric })).toEqual({ value: null, undefined: 'not_numeric' })
    }
    expect(gwet_ac2(inOrder, { weights: 'linear' }).undefined).toBe('not_numeric')
    expect(percent_agreement(words, { weights: 'quadratic' }).undefined).toBe('not_numeric')
  })

  it('has no order of words unless one is declared', () => {
    expect(krippendorff_alpha(words, { metric: 'ordinal' }).undefined).toBe('not_ordered')
    expect(cohen_kappa(words, { weights: 'linear' }).undefined).toBe('not_ordered')
  })

  it('has no ratio below zero', () => {
    const table = [
      [-1, 2],
      [1, 2],
    ]
    expect(krippendorff_alpha({ table }, { metric: 'ratio' }).undefined).toBe('negative_value')
    expect(krippendorff_alpha({ table }, { metric: 'interval' }).value).not.toBeNull()
  })

  it('has no standard error with one unit', () => {
    const one = fleiss_kappa({ table: [[1], [2]] })
    expect(one).toEqual({ value: -1, observed_agreement: 0, expected_agreement: 0.5, se_null: 1 })
  })
})

describe('the order of values', () => {
  it('is that of the declared categories for words: the same figures as for numbers', () => {
    const ordinal = { metric: 'ordinal' }
    const { krippendorff_alpha, cohen_kappa } = codingStatistics
    expect(krippendorff_alpha(inOrder, ordinal)).toEqual(krippendorff_alpha(numbers, ordinal))
    expect(cohen_kappa(inOrder, { weights: 'quadratic' })).toEqual(cohen_kappa(numbers, { weights: 'quadratic' }))
  })

  it('is by number for numbers, whatever comes first in the table or the declaration', () => {
    const declared = { ...numbers, categories: [3, 1, 2] }
    const ordinal = codingStatistics.krippendorff_alpha(declared, { metric: 'ordinal' })
    expect(ordinal).toEqual(codingStatistics.krippendorff_alpha(numbers, { metric: 'ordinal' }))
  })

  it('goes by ranks in Cohen’s kappa and by numbers in the others', () => {
    const uneven = {
      table: [
        [1, 2, 10, 2],
        [1, 10, 10, 2],
      ],
    }
    const even = {
      table: [
        [1, 2, 3, 2],
        [1, 3, 3, 2],
      ],
    }
    const linear = { weights: 'linear' }
    expect(codingStatistics.cohen_kappa(uneven, linear)).toEqual(codingStatistics.cohen_kappa(even, linear))
    expect(codingStatistics.gwet_ac2(uneven, linear).value).not.toBeCloseTo(
      codingStatistics.gwet_ac2(even, linear).value ?? 0,
      3,
    )
  })
})

describe('bad input', () => {
  const { krippendorff_alpha, percent_agreement } = codingStatistics

  it('names the coder whose row is too short', () => {
    expect(() =>
      percent_agreement({
        table: [
          [1, 2, 3],
          [1, 2],
        ],
      }),
    ).toThrow('Coder 2 has 2 values instead of 3')
  })

  it('names the unit whose value is no value', () => {
    expect(() =>
      percent_agreement({
        table: [
          [1, Number.NaN],
          [1, 2],
        ],
      }),
    ).toThrow('Unit 2 has a value that is neither')
    expect(() => percent_agreement(sets)).toThrow('Unit 1 has a value that is neither')
  })

  it('names a value that was not declared', () => {
    expect(() => percent_agreement({ table: [['a'], ['b']], categories: ['a'] })).toThrow('no category: b')
  })

  it('names the metrics and weights there are', () => {
    expect(() => krippendorff_alpha(numbers, { metric: 'circular' })).toThrow(
      'metric must be one of nominal, ordinal, interval, ratio; it is circular',
    )
    expect(() => krippendorff_alpha(sets, { metric: 'interval' })).toThrow('metric must be one of masi')
    expect(() => codingStatistics.gwet_ac1(numbers, { weights: 'linear' })).toThrow('weights must be one of none')
    expect(() => percent_agreement(numbers, { aggregation: 'median' })).toThrow('aggregation must be one of')
  })
})

describe('sets of codes', () => {
  it('are the same in any order and with repetitions', () => {
    const other = {
      table: [
        [['a', 'a'], ['b', 'a'], []],
        [['a'], ['b'], []],
      ],
    }
    expect(codingStatistics.krippendorff_alpha(other)).toEqual(codingStatistics.krippendorff_alpha(sets))
  })

  it('may be single values beside sets', () => {
    const mixed = {
      table: [
        ['a', ['a', 'b'], []],
        [['a'], 'b', []],
      ],
    }
    expect(codingStatistics.krippendorff_alpha(mixed)).toEqual(codingStatistics.krippendorff_alpha(sets))
  })

  it('tell the code 1 from the code "1"', () => {
    expect(
      setDistance(
        [
          [1, 'x'],
          ['1', 'x'],
        ],
        { metric: 'set-nominal' },
      ).value,
    ).toBe(1)
    const apart = {
      table: [
        [[1], [2]],
        [['1'], ['2']],
      ],
    }
    expect(codingStatistics.krippendorff_alpha(apart, { metric: 'set-nominal' }).value).toBe(0)
  })

  it('are an empty answer, not a missing one, when empty', () => {
    const answered = codingStatistics.krippendorff_alpha(sets)
    const missing = codingStatistics.krippendorff_alpha({
      table: [
        [['a'], ['a', 'b'], null],
        [['a'], ['b'], null],
      ],
    })
    expect([answered.n_pairable, missing.n_pairable]).toEqual([6, 4])
  })
})

describe("Light's kappa", () => {
  it('is undefined where a pair of coders has no kappa: leaving the pair out would choose the data', () => {
    const table = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 2, 1],
    ]
    expect(codingStatistics.light_kappa({ table })).toEqual({ value: null, undefined: 'undefined_pair' })
    expect(codingStatistics.light_kappa({ table: table.slice(0, 2) }).undefined).toBe('no_defined_pair')
    expect(codingStatistics.light_kappa({ table: table.slice(0, 1) }).undefined).toBe('no_pairable_unit')
  })
})

describe('percent agreement with missing values', () => {
  const table = [
    ['a', 'a', 'a'],
    ['a', 'a', null],
    ['b', null, null],
  ]

  it.each([
    ['unit_mean', (1 / 3 + 1) / 2],
    ['pooled_pairs', 2 / 4],
    ['value_weighted', (3 / 3 + 2) / 5],
  ])('as %s counts a unit by its %s', (aggregation, expected) => {
    expect(codingStatistics.percent_agreement({ table }, { aggregation }).value).toBeCloseTo(expected, 12)
  })

  it('weighted by values is 1 - D_o of nominal alpha', () => {
    const { observed_disagreement = 0 } = codingStatistics.krippendorff_alpha({ table })
    const percent = codingStatistics.percent_agreement({ table }, { aggregation: 'value_weighted' })
    expect(percent.value).toBeCloseTo(1 - observed_disagreement, 12)
  })
})
