import type { CodingTable } from '@/lib/agreement/coding-table'
import { type Category, type ReliabilityData, reliabilityData } from '@/lib/agreement/reliability-data'
import generated from './fixtures/coding-generated.json'
import published from './fixtures/coding-published.json'
import edgeCases from './fixtures/edge-cases.json'
import setCoding from './fixtures/set-coding.json'

type Field = number | boolean | null | readonly number[]

/** A worked example: one statistic on one table or pair of sets, with its value from the literature or by hand. */
export interface GoldenCase {
  id: string
  name: string
  statistic: string
  parameters: Record<string, unknown>
  /** The table, one row per coder; absent where the case has an input of its own. */
  input: CodingTable | undefined
  /** Two sets. */
  pair: [string[], string[]] | undefined
  expected: Record<string, Field>
  tolerance: number
  /** Other tolerances by field. */
  tolerances: Record<string, number>
}

interface CaseFile {
  tolerance?: number
  tolerances?: Record<string, number>
  datasets: Record<string, CodingTable & { source: string }>
  cases: {
    id: string
    statistic: string
    parameters: Record<string, unknown>
    expected: Record<string, Field>
    dataset?: string
    input?: [string[], string[]]
    source?: string
    tolerance?: number
  }[]
}

export const goldenFiles = {
  'coding-published': published as unknown as CaseFile,
  'coding-generated': generated as unknown as CaseFile,
  'edge-cases': edgeCases as unknown as CaseFile,
  'set-coding': setCoding as unknown as CaseFile,
}

/** All worked examples of a file. */
export function casesIn(file: keyof typeof goldenFiles): GoldenCase[] {
  const { datasets, cases, tolerance = 0, tolerances = {} } = goldenFiles[file]
  return cases.map((entry) => {
    const dataset = entry.dataset === undefined ? undefined : datasets[entry.dataset]
    if (!dataset && !entry.input) throw new Error(`${entry.id} has no data`)
    const { id, statistic, parameters, expected } = entry
    const name = `${id} (${dataset?.source ?? entry.source})`
    return {
      ...{ id, name, statistic, parameters, expected, input: dataset, pair: entry.input },
      ...{ tolerance: entry.tolerance ?? tolerance, tolerances },
    }
  })
}

/** The worked examples of one statistic without partial agreement, with their tables one row per unit. */
export function goldenCases(statistic: string): (GoldenCase & { data: ReliabilityData })[] {
  return (['coding-published', 'edge-cases'] as const).flatMap(casesIn).flatMap((entry) => {
    const { metric = 'nominal', weights = 'none', aggregation = 'unit_mean' } = entry.parameters
    const isPlain = metric === 'nominal' && weights === 'none' && aggregation === 'unit_mean'
    if (entry.statistic !== statistic || !isPlain || !entry.input) return []
    return { ...entry, data: reliabilityData(transposed(entry.input.table as Table), entry.input.categories) }
  })
}

type Table = (Category | null)[][]

function transposed(table: Table): Table {
  return (table[0] ?? []).map((_, unit) => table.map((row) => row[unit] ?? null))
}

/** Fails unless a figure is within the case's tolerance of the expected one. */
export function expectWithin(actual: number | null | undefined, expected: Field | undefined, tolerance: number) {
  if (typeof expected !== 'number') throw new Error('The case states no number')
  expect(actual).toEqual(expect.any(Number))
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance)
}
