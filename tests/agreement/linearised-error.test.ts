import { type CodingStatistic, codingStatistics } from '@/lib/agreement/coding-statistics'
import type { StatisticParameters } from '@/lib/agreement/statistic-parameters'

/** Three coders, nine units, no gaps. */
const table = [
  [1, 2, 3, 4, 4, 2, 1, 3, 2],
  [1, 2, 3, 4, 3, 2, 1, 1, 2],
  [1, 3, 3, 4, 4, 2, 2, 3, 1],
]

/**
 * The standard error from the influence of each unit, taken as the change of the coefficient when many copies of the
 * table get one more of that unit.
 */
function influenceError(statistic: CodingStatistic, parameters: StatisticParameters): number {
  const copies = 400
  const many = table.map((row) => Array.from({ length: copies }, () => row).flat())
  const n = table[0]?.length ?? 0
  const coefficient = (rows: number[][]) => statistic({ table: rows }, parameters).value ?? Number.NaN
  const base = coefficient(many)
  const squares = Array.from({ length: n }, (_, unit) => {
    const more = many.map((row, coder) => [...row, table[coder]?.[unit] ?? 0])
    return ((coefficient(more) - base) * (copies * n + 1)) ** 2
  })
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (n * (n - 1)))
}

describe('the linearised standard error is that of the influence of each unit', () => {
  it.each<[keyof typeof codingStatistics, StatisticParameters]>([
    ['percent_agreement', { weights: 'linear' }],
    ['fleiss_kappa', { weights: 'quadratic' }],
    ['conger_kappa', { weights: 'linear' }],
    ['brennan_prediger', { weights: 'none' }],
    ['gwet_ac2', { weights: 'quadratic' }],
    ['krippendorff_alpha', { metric: 'nominal' }],
    ['krippendorff_alpha', { metric: 'interval' }],
    ['krippendorff_alpha', { metric: 'ratio' }],
  ])('%s %j', (name, parameters) => {
    const statistic: CodingStatistic = codingStatistics[name]
    const { se = Number.NaN } = statistic({ table }, parameters)
    expect(se / influenceError(statistic, parameters)).toBeCloseTo(1, 2)
  })

  it('is 0 where units do not differ: everybody agrees on everything', () => {
    const agreed = codingStatistics.gwet_ac1({
      table: [
        [1, 2, 1, 2],
        [1, 2, 1, 2],
      ],
    })
    expect(agreed).toMatchObject({ value: 1, se: 0, ci95: [1, 1] })
  })
})
