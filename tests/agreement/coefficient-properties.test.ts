import fc from 'fast-check'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type CodingStatistic, type CodingStatisticName, codingStatistics } from '@/lib/agreement/coding-statistics'
import type { CodingCell } from '@/lib/agreement/coding-table'
import type { StatisticResult } from '@/lib/agreement/statistic-result'
import { bruteForceAlpha, numberDifferences, setDifferences } from './alpha-oracle'
import { reordered } from './arbitrary-data'

/** One row per coder. */
type Table<Cell extends CodingCell = number | null> = Cell[][]

const byName: Record<CodingStatisticName, CodingStatistic> = codingStatistics
const names = Object.keys(codingStatistics) as CodingStatisticName[]
const ofTwoCoders: CodingStatisticName[] = ['cohen_kappa', 'scott_pi']
const ofPresence: CodingStatisticName[] = ['positive_specific_agreement', 'negative_specific_agreement']

function tablesOf<Cell extends CodingCell>(cell: fc.Arbitrary<Cell>, coders: fc.Arbitrary<number>) {
  return fc
    .tuple(coders, fc.integer({ min: 0, max: 10 }))
    .chain(([m, n]) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))
}

/** A table that the statistic is made for, with gaps. */
function suitable(name: CodingStatisticName): fc.Arbitrary<Table> {
  const values = ofPresence.includes(name) ? [0, 1, null] : [1, 2, 3, null]
  const coders = ofTwoCoders.includes(name) ? fc.constant(2) : fc.integer({ min: 1, max: 5 })
  return tablesOf(fc.constantFrom(...values), coders)
}

function expectSame(one: StatisticResult, other: StatisticResult): void {
  expect(other.undefined).toBe(one.undefined)
  for (const field of ['value', 'se', 'observed_agreement', 'expected_agreement'] as const) {
    if (typeof one[field] === 'number') expect(other[field]).toBeCloseTo(one[field], 9)
    else expect(other[field]).toBe(one[field])
  }
}

const turned = <Cell>(table: Cell[][]): Cell[][] => (table[0] ?? []).map((_, i) => table.map((row) => row[i] as Cell))

describe.each(names)('%s', (name) => {
  const compute = byName[name]

  it('does not change with the order of coders and units', () => {
    fc.assert(
      fc.property(suitable(name), fc.array(fc.nat(), { minLength: 1 }), (table, keys) => {
        const shuffled = reordered(
          table.map((row) => reordered(row, keys)),
          keys,
        )
        expectSame(compute({ table }), compute({ table: shuffled }))
      }),
    )
  })

  it('is a number or undefined for a reason, never NaN, and never above 1', () => {
    fc.assert(
      fc.property(suitable(name), (table) => {
        const { value, undefined: reason, ci95 = [0, 0] } = compute({ table })
        if (value === null) expect(reason).toEqual(expect.any(String))
        else expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(ci95.every(Number.isFinite)).toBe(true)
      }),
    )
  })

  it('is 1 for identical coders who use more than one value', () => {
    const coders = ofTwoCoders.includes(name) ? fc.constant(2) : fc.integer({ min: 2, max: 6 })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1)), coders, (values, m) => {
        const table = Array.from({ length: m }, () => [0, 1, ...values])
        expect(compute({ table }).value).toBeCloseTo(1, 12)
      }),
    )
  })
})

const labelled = names.filter((name) => !ofPresence.includes(name))

describe.each(labelled)('%s without order among its categories', (name) => {
  it('does not change when categories get other names', () => {
    const renamed = new Map<number | null, string | null>([
      [1, 'c'],
      [2, 'a'],
      [3, 'b'],
      [null, null],
    ])
    fc.assert(
      fc.property(suitable(name), (table) => {
        const relabelled = table.map((row) => row.map((value) => renamed.get(value) ?? null))
        expectSame(byName[name]({ table }), byName[name]({ table: relabelled }))
      }),
    )
  })
})

const chanceCorrectedOnes = labelled.filter((name) => name !== 'percent_agreement')

describe.each(chanceCorrectedOnes)('%s of independent random coders', (name) => {
  it('is about 0', () => {
    const generator = xoroshiro128plus(20_240_607)
    const coders = ofTwoCoders.includes(name) ? 2 : 4
    const table = Array.from({ length: coders }, () =>
      Array.from({ length: 10_000 }, () => uniformInt(generator, 1, 3)),
    )
    // One standard error of two coders is about .007.
    expect(Math.abs(byName[name]({ table }).value ?? 1)).toBeLessThan(0.03)
  })
})

describe("Krippendorff's alpha equals its definition, computed pair by pair", () => {
  const tables = tablesOf(fc.constantFrom(0, 1, 2, 3.5, 7, null), fc.integer({ min: 1, max: 5 }))
  const sets = tablesOf(fc.option(fc.subarray(['a', 'b', 'c', 'd']), { freq: 6 }), fc.integer({ min: 1, max: 5 }))

  function expectOracle(value: number | null, oracle: number | null) {
    if (oracle === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(oracle, 9)
  }

  it.each(Object.entries(numberDifferences))('with the %s metric', (metric, difference) => {
    fc.assert(
      fc.property(tables, (table) => {
        const alpha = codingStatistics.krippendorff_alpha({ table }, { metric })
        expectOracle(alpha.value, bruteForceAlpha(turned(table), difference))
      }),
    )
  })

  it.each(Object.entries(setDifferences))('with the %s distance of sets', (metric, difference) => {
    fc.assert(
      fc.property(sets, (table) => {
        const alpha = codingStatistics.krippendorff_alpha({ table }, { metric })
        expectOracle(alpha.value, bruteForceAlpha(turned(table), difference))
      }),
    )
  })
})
