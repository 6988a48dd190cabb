import type { Continuum } from '@/lib/agreement/continuum'
import { type SpanDataset, type SpanStatistic, spanStatistics } from '@/lib/agreement/span-statistics'

interface Dataset {
  source: string
  text_length: number
  coders: string[]
  /** [coder, start, end, code] */
  spans: unknown[][]
  tokens?: number[][]
}

interface Case {
  id: string
  statistic: string
  dataset?: string
  source?: string
  input?: Record<string, number[]>
  parameters: Record<string, unknown>
  expected: Record<string, unknown>
  tolerance: number
  tolerances?: Record<string, unknown>
}

export interface ContinuumCase {
  name: string
  statistic: string
  dataset: SpanDataset
  parameters: Record<string, unknown>
  expected: Record<string, unknown>
  toleranceOf: (field: string) => number | null
}

/** All worked examples of a fixture, whatever their statistic. */
export function continuumCases(fixture: { datasets: object; cases: unknown[] }): ContinuumCase[] {
  const datasets = fixture.datasets as Record<string, Dataset>
  return (fixture.cases as Case[]).map((entry) => {
    const dataset = entry.dataset === undefined ? undefined : datasets[entry.dataset]
    return {
      name: `${entry.id} (${entry.source ?? dataset?.source})`,
      statistic: entry.statistic,
      dataset: dataset ? [continuumOf(dataset)] : segmentationsOf(entry),
      parameters: entry.parameters,
      expected: entry.expected,
      toleranceOf: (field) => {
        const own = entry.tolerances?.[field]
        if (own === undefined) return entry.tolerance
        return typeof own === 'number' ? own : null
      },
    }
  })
}

function continuumOf({ text_length, coders, spans, tokens }: Dataset): Continuum {
  return {
    length: text_length,
    coders,
    spans: spans.map(([coder, start, end, code]) => ({
      coder: String(coder),
      start: Number(start),
      end: Number(end),
      code: String(code),
    })),
    ...(tokens && { tokens: tokens.map(([start = 0, end = 0]) => ({ start, end })) }),
  }
}

function segmentationsOf({ id, input = {} }: Case): SpanDataset {
  const a = input.masses_a ?? input.reference_masses
  const b = input.masses_b ?? input.hypothesis_masses
  if (!a || !b) throw new Error(`The case ${id} has no data`)
  return { a, b }
}

function statisticNamed(name: string): SpanStatistic {
  const found = Object.entries(spanStatistics).find(([known]) => known === name)?.[1]
  if (!found) throw new Error(`There is no statistic ${name}`)
  return found
}

/** Gamma of single codes (Mathet 2017), which one case states beside gamma, is another coefficient. */
const otherCoefficients = ['gamma_cat_range', 'gamma_k']

/** Fails unless the result has every field of the case: numbers within tolerance, undefined ones with a reason. */
export function expectCase(entry: ContinuumCase): void {
  const result = statisticNamed(entry.statistic)(entry.dataset, entry.parameters)
  expectFields(result, entry.expected, entry.toleranceOf)
}

function expectFields(actual: object, expected: object, toleranceOf: (field: string) => number | null): void {
  for (const [field, wanted] of Object.entries(expected)) {
    const tolerance = toleranceOf(field)
    if (tolerance === null || otherCoefficients.includes(field)) continue
    if (field === 'range') expectInRange(actual, wanted)
    else expectField(field, (actual as Record<string, unknown>)[field], wanted, tolerance)
  }
}

function expectField(field: string, found: unknown, wanted: unknown, tolerance: number): void {
  if (field === 'undefined') expect(found).toEqual(expect.stringMatching(/^[a-z_]{5,}$/))
  else if (wanted === null) expect([field, found]).toEqual([field, null])
  else if (typeof wanted === 'number') expectNumber(field, found, wanted, tolerance)
  else if (typeof found === 'object' && found !== null) expectFields(found, wanted as object, () => tolerance)
  else throw new Error(`The result has no ${field}`)
}

function expectInRange(actual: { value?: unknown }, [low = Number.NaN, high = Number.NaN]: number[]): void {
  expect(actual.value).toBeGreaterThanOrEqual(low)
  expect(actual.value).toBeLessThanOrEqual(high)
}

function expectNumber(field: string, found: unknown, wanted: number, tolerance: number): void {
  if (typeof found !== 'number') throw new Error(`${field} should be ${wanted} and is ${String(found)}`)
  if (Math.abs(found - wanted) > tolerance) throw new Error(`${field} should be ${wanted} and is ${found}`)
}
