import { type Category, type ReliabilityData, reliabilityData } from '@/lib/agreement/reliability-data'
import published from './fixtures/coding-published.json'
import edgeCases from './fixtures/edge-cases.json'

/** A worked example: one statistic on one table, with its value from the literature or by hand. */
export interface GoldenCase {
  name: string
  data: ReliabilityData
  expected: Record<string, number | boolean | null>
  tolerance: number
}

type Table = (Category | null)[][]

/** All worked examples of one statistic. Tables list one row per coder; ours one per unit. */
export function goldenCases(statistic: string): GoldenCase[] {
  return [published, edgeCases].flatMap(({ datasets, cases }) =>
    cases
      .filter((entry) => entry.statistic === statistic)
      .map((entry) => {
        const dataset = (datasets as Record<string, { source: string; table: Table }>)[entry.dataset]
        if (!dataset) throw new Error(`No data set ${entry.dataset}`)
        return {
          name: `${entry.id} (${dataset.source})`,
          data: reliabilityData(transposed(dataset.table)),
          expected: entry.expected as GoldenCase['expected'],
          tolerance: entry.tolerance,
        }
      }),
  )
}

export function transposed(table: Table): Table {
  return (table[0] ?? []).map((_, unit) => table.map((row) => row[unit] ?? null))
}

/** Fails unless a figure is within the case's tolerance of the expected one. */
export function expectWithin(actual: number | null, expected: number | boolean | null | undefined, tolerance: number) {
  if (typeof expected !== 'number') throw new Error('The case states no number')
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance)
}
