import { kappaSummary } from '@/lib/agreement/report/kappa-summary'
import type { PairValues } from '@/lib/agreement/report/pair-values'
import { reportWarnings } from '@/lib/agreement/report/warnings'
import { exampleReport } from './studies'

/** Two coders who agree on half of their units in each category, and differ once. */
function pairOf(place: number, units: number): PairValues {
  const half = (units - 1) / 2
  return {
    coders: [`C${place}`, `D${place}`],
    values: { coders: [], units, valuesPerUnit: 2, cells: [0, 0, 0, half, 0, 0, 1, 1, 0, 1, 1, half] },
  }
}

const summaryOf = (pairs: readonly PairValues[], mostPairs: number) =>
  kappaSummary(pairs, { isCategorical: true, alphaOf: () => ({ value: 0.5 }), absence: null, mostPairs })
const names = (pairs: readonly { coders: readonly [string, string] }[]) => pairs.map(({ coders: [one] }) => one)

describe('the pairs of coders of a report', () => {
  const pairs = [pairOf(1, 11), pairOf(2, 5), pairOf(3, 101), pairOf(4, 11), pairOf(5, 3)]

  it('are all listed where there are not too many', () => {
    expect(names(summaryOf(pairs, 5).pairs)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5'])
    expect(summaryOf(pairs, 5).pairsLeftOut).toBe(0)
  })

  it('are those with the most units in common where there are too many, in the same order', () => {
    expect(names(summaryOf(pairs, 3).pairs)).toEqual(['C1', 'C3', 'C4'])
    expect(summaryOf(pairs, 3).pairsLeftOut).toBe(2)
  })

  it('are all in mean, least and greatest kappa, listed or not', () => {
    const { mean, min, max } = summaryOf(pairs, 5)
    expect(summaryOf(pairs, 1)).toMatchObject({ mean, min, max })
    expect(Number(min.value)).toBeLessThan(Number(max.value))
  })

  it('may be hundreds of thousands', () => {
    const very = Array.from({ length: 200_000 }, (_, place) => pairOf(place, place === 150_000 ? 3 : 11))
    const { min, max, pairsLeftOut } = summaryOf(very, 1000)
    expect(min.value).toBe(summaryOf([pairOf(0, 3)], 1).mean.value)
    expect(max.value).toBe(summaryOf([pairOf(0, 11)], 1).mean.value)
    expect(pairsLeftOut).toBe(199_000)
  })

  it('are spoken of in a warning where some are left out', () => {
    const report = exampleReport()
    const [one, ...others] = report.variables
    if (!one) throw new Error('The example has no variable.')
    const warned = (pairsLeftOut: number) =>
      reportWarnings({ ...report, variables: [...others, { ...one, kappa: { ...one.kappa, pairsLeftOut } }], idle: [] })
        .filter(({ kind }) => kind === 'pairs_left_out')
        .map(({ message }) => message)
    expect(warned(0)).toEqual([])
    expect(warned(97)).toEqual([
      'Of 100 pairs of coders, 3 are listed: those with the most units in common. The mean, least and greatest kappa rest on all.',
    ])
  })

  it('give no kappa where there are none, for the reason why nothing can be compared', () => {
    const figures = { isCategorical: true, alphaOf: () => ({ value: 0.5 }), mostPairs: 5 }
    const reasonOf = (absence: 'no_overlap' | null) => kappaSummary([], { ...figures, absence }).mean
    expect(reasonOf('no_overlap')).toEqual({ value: null, undefined: 'no_overlap' })
    expect(reasonOf(null)).toEqual({ value: null, undefined: 'no_pairable_unit' })
  })
})
