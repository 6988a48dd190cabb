import { setDistance } from '@/lib/agreement/coding-alpha'
import { type CodingStatistic, codingStatistics } from '@/lib/agreement/coding-statistics'
import { undefinedReasons } from '@/lib/agreement/estimate'
import type { StatisticResult } from '@/lib/agreement/statistic-result'
import { casesIn, expectWithin, type GoldenCase, goldenFiles } from './golden-cases'

const byName: Record<string, CodingStatistic | undefined> = codingStatistics

function compute({ statistic, input, pair, parameters }: GoldenCase): StatisticResult {
  if (statistic === 'set_distance' && pair) return setDistance(pair, parameters)
  const compute = byName[statistic]
  if (!compute || !input) throw new Error(`${statistic} is not implemented`)
  return compute(input, parameters)
}

function check(entry: GoldenCase): void {
  const { undefined: isUndefined, value, ...fields } = entry.expected
  const result = compute(entry)
  if (isUndefined) {
    expect(result.value).toBeNull()
    expect(Object.keys(undefinedReasons)).toContain(result.undefined)
    expect(result).not.toHaveProperty('se')
  } else expectWithin(result.value, value, entry.tolerance)
  for (const [field, expected] of Object.entries(fields)) {
    const tolerance = entry.tolerances[field] ?? entry.tolerance
    const actual = [result[field as keyof StatisticResult]].flat()
    const wanted = Array.isArray(expected) ? expected : [expected]
    expect(actual).toHaveLength(wanted.length)
    for (const [i, number] of wanted.entries()) expectWithin(actual[i] as number, number, tolerance)
  }
}

describe.each(Object.keys(goldenFiles) as (keyof typeof goldenFiles)[])('every worked example of %s', (file) => {
  it.each(casesIn(file).map((entry) => [entry.name, entry] as const))('%s', (_, entry) => check(entry))
})

describe('the worked examples', () => {
  it('are all there: none was lost when the fixtures were made', () => {
    const counts = Object.keys(goldenFiles).map((file) => casesIn(file as keyof typeof goldenFiles).length)
    expect(counts).toEqual([293, 28, 41, 41])
  })
})
