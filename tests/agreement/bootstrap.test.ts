import fc from 'fast-check'
import {
  collectReplicates,
  drawDocuments,
  drawnSums,
  percentileInterval,
  resampledSums,
  shareBelow,
} from '@/lib/agreement/bootstrap'

const sums = (rows: number[][], seed: number, replicates: number) =>
  Array.from(resampledSums(rows, { seed, replicates }), (sum) => Array.from(sum))

describe('resampling documents', () => {
  const rows = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]

  it('draws as many documents as there are, with replacement', () => {
    const drawn = sums(rows, 7, 200)
    expect(drawn.every((counts) => counts.reduce((a, b) => a + b, 0) === 3)).toBe(true)
    expect(drawn.some((counts) => counts.some((count) => count > 1))).toBe(true)
  })

  it('draws each document equally often', () => {
    const total = sums(rows, 11, 20_000).reduce((all, counts) => all.map((sum, i) => sum + (counts[i] ?? 0)), [0, 0, 0])
    // 60,000 draws: one standard error is 115.
    for (const count of total) expect(Math.abs(count - 20_000)).toBeLessThan(500)
  })

  it('repeats itself with the same seed and not with another', () => {
    expect(sums(rows, 5, 50)).toEqual(sums(rows, 5, 50))
    expect(sums(rows, 5, 50)).not.toEqual(sums(rows, 6, 50))
  })
})

describe('bootstrap samples that all figures share', () => {
  const rows = fc.integer({ min: 1, max: 11 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 9,
    }),
  )
  const none = (documents: number) => Array.from({ length: documents }, () => '')

  it('are the rows added up as often as each document was drawn, all samples at once or in turn', () => {
    fc.assert(
      fc.property(rows, fc.integer(), fc.integer({ min: 0, max: 7 }), (table, seed, replicates) => {
        const draws = drawDocuments(none(table.length), { seed, replicates })
        const added = Array.from({ length: replicates }, (_, replicate) => {
          const counts = draws.counts.subarray(replicate * table.length)
          return (table[0] ?? []).map((_, i) =>
            table.reduce((sum, row, d) => sum + (counts[d] ?? 0) * (row[i] ?? 0), 0),
          )
        })
        expect(Array.from(drawnSums(table, draws))).toEqual(added.flat())
        expect(sums(table, seed, replicates)).toEqual(added)
      }),
    )
  })

  it('are the same however many are held at a time', () => {
    const wide = Array.from({ length: 3 }, (_, i) => Array<number>(200_000).fill(i + 1))
    const narrow = wide.map((row) => row.slice(0, 1))
    const firsts = Array.from(resampledSums(wide, { seed: 4, replicates: 23 }), (sum) => sum[0])
    expect(firsts).toEqual(sums(narrow, 4, 23).flat())
  })

  it('hold as many documents of each stratum as the sample, whatever the order of strata', () => {
    const strata = ['north', 'south', 'north', 'east', 'south', 'south']
    const draws = drawDocuments(strata, { seed: 2, replicates: 50 })
    expect(draws).toMatchObject({ documents: 6, replicates: 50, strata: 3 })
    const indicators = strata.map((stratum) => ['north', 'south', 'east'].map((name) => (name === stratum ? 1 : 0)))
    const drawn = Array.from(drawnSums(indicators, draws))
    expect(drawn).toEqual(Array.from({ length: 50 }, () => [2, 3, 1]).flat())
    expect(new Set(draws.counts).size).toBeGreaterThan(2)
  })

  it('are not drawn where each would be the same: of one document, of none, of one in every stratum', () => {
    for (const strata of [[], ['north'], ['north', 'south']]) {
      expect(drawDocuments(strata, { seed: 1, replicates: 10 })).toMatchObject({ replicates: 0 })
    }
  })
})

describe('the percentile interval', () => {
  const oneToHundred = collectReplicates(Array.from({ length: 100 }, (_, i) => 100 - i))

  it('interpolates between order statistics as R does: quantile(1:100, c(.025, .975))', () => {
    const interval = percentileInterval(oneToHundred)
    expect(interval.low).toBeCloseTo(3.475, 10)
    expect(interval.high).toBeCloseTo(97.525, 10)
  })

  it('gives the share of samples below a threshold', () => {
    expect(shareBelow(oneToHundred, 11)).toEqual({ value: 0.1 })
  })

  it('stands when 5 % of the samples are undefined', () => {
    const replicates = collectReplicates([...Array(95).fill(0.5), ...Array(5).fill(null)])
    expect(replicates.undefinedShare).toBeCloseTo(0.05, 12)
    expect(percentileInterval(replicates)).toEqual({ low: 0.5, high: 0.5 })
  })

  it('is withheld, with the reason, when more than 5 % of the samples are undefined', () => {
    const replicates = collectReplicates([...Array(94).fill(0.5), ...Array(6).fill(null)])
    expect(percentileInterval(replicates)).toEqual({ low: null, high: null, undefined: 'undefined_replicates' })
    expect(shareBelow(replicates, 0.8)).toEqual({ value: null, undefined: 'undefined_replicates' })
  })

  it('is withheld when no samples were drawn', () => {
    expect(percentileInterval(collectReplicates([]))).toMatchObject({ undefined: 'no_replicates' })
  })

  it('has no share of undefined samples when none was drawn: nothing is not 0', () => {
    expect(collectReplicates([]).undefinedShare).toBeNull()
    expect(collectReplicates([0.5]).undefinedShare).toBe(0)
  })

  it('is withheld for its undefined samples when every sample is undefined', () => {
    expect(percentileInterval(collectReplicates([null, null]))).toMatchObject({ undefined: 'undefined_replicates' })
  })
})
