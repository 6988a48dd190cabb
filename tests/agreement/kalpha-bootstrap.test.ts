import fc from 'fast-check'
import { ordinal } from '@/lib/agreement/alpha-metrics'
import { collectReplicates, percentileInterval, resampledSums, shareBelow } from '@/lib/agreement/bootstrap'
import { singleValues } from '@/lib/agreement/coding-table'
import { coincidences } from '@/lib/agreement/coincidences'
import type { Interval } from '@/lib/agreement/estimate'
import { kalphaBootstrap } from '@/lib/agreement/kalpha-bootstrap'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { arbitraryUnits } from './arbitrary-data'
import { goldenFiles } from './golden-cases'
import { asUnits, drawDocumentsOfSeers, seededShare } from './simulated-coders'

function widthOf(interval: Interval): number {
  if (interval.low === null) throw new Error(interval.undefined)
  return interval.high - interval.low
}

describe('the bootstrap of KALPHA', () => {
  const input = goldenFiles['coding-published'].datasets['hayes-krippendorff-2007']
  if (!input) throw new Error('The data of Hayes & Krippendorff are missing')
  const data = singleValues(input)
  const metric = ordinal(
    [...data.categories.keys()].sort((c, k) => Number(data.categories[c]) - Number(data.categories[k])),
  )

  it('gives the published interval of Hayes & Krippendorff (2007): .7078 to .8078, q of .70 = .0125', () => {
    const { alpha, interval, replicates } = kalphaBootstrap(data, { seed: 1, replicates: 10_000 }, { metric })

    expect(alpha.value).toBeCloseTo(0.7598, 4)
    expect(Math.abs((interval.low ?? 0) - 0.7078)).toBeLessThan(0.0025)
    expect(Math.abs((interval.high ?? 0) - 0.8078)).toBeLessThan(0.0025)
    expect(Math.abs((shareBelow(replicates, 0.7).value ?? 0) - 0.0125)).toBeLessThan(0.005)
  })

  it('draws more pairs than there are in version 3.0 of the macro where values are missing: the interval is narrower', () => {
    const resampling = { seed: 1, replicates: 10_000 }
    const { interval } = kalphaBootstrap(data, resampling, { metric, drawn: 'macro_2011' })

    expect(widthOf(interval) / widthOf(kalphaBootstrap(data, resampling, { metric }).interval)).toBeCloseTo(
      Math.sqrt(239 / 317),
      1,
    )
  })

  it('repeats itself with the same seed and not with another', () => {
    const withSeed = (seed: number) => kalphaBootstrap(data, { seed, replicates: 200 }, { metric }).replicates.values

    expect(withSeed(5)).toEqual(withSeed(5))
    expect(withSeed(5)).not.toEqual(withSeed(6))
  })

  it('lies between -1 and 1, around alpha', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const { alpha, replicates, interval } = kalphaBootstrap(reliabilityData(units), { seed: 2, replicates: 300 })
        if (alpha.value === null) return
        expect(replicates.values.every((value) => value >= -1 && value <= 1)).toBe(true)
        expect(interval.low ?? 2).toBeLessThanOrEqual(interval.high ?? -2)
      }),
    )
    const { values } = kalphaBootstrap(data, { seed: 3, replicates: 4000 }, { metric }).replicates
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.7598, 2)
  })

  it('is narrower than the bootstrap over documents where units of a document go together', () => {
    const sizes = Array.from({ length: 30 }, () => 20)
    const documents = drawDocumentsOfSeers(seededShare(4), { alpha: 0.7, p: 0.4, rho: 0.3, sizes })
    const rows = documents.map((units) => coincidences(reliabilityData(asUnits(units), presence)))
    const values: (number | null)[] = []
    for (const sum of resampledSums(rows, { seed: 1, replicates: 1000 })) values.push(krippendorffAlpha(sum).value)
    const byDocuments = percentileInterval(collectReplicates(values))
    const pooled = reliabilityData(asUnits(documents.flat()), presence)
    const { interval } = kalphaBootstrap(pooled, { seed: 1, replicates: 1000 })

    expect(widthOf(interval)).toBeLessThan(0.75 * widthOf(byDocuments))
  })

  it('is undefined, not 1, where every coder used one value throughout', () => {
    const { interval, replicates } = kalphaBootstrap(
      reliabilityData(
        [
          [0, 0],
          [0, 0],
        ],
        presence,
      ),
      { seed: 1, replicates: 1000 },
    )

    expect(interval).toEqual({ low: null, high: null, undefined: 'no_variation' })
    expect(shareBelow(replicates, 0.8)).toEqual({ value: null, undefined: 'no_replicates' })
  })

  it('takes so many perfect samples for 0 as are expected to lack variation, where coders agree on everything', () => {
    const data = reliabilityData(
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 1],
      ],
      presence,
    )
    const { values } = kalphaBootstrap(data, { seed: 1, replicates: 1000 }).replicates

    // (3/4)^4 + (1/4)^4 of the samples
    expect(values.filter((value) => value === 0).length).toBe(320)
    expect(values.filter((value) => value === 1).length).toBe(680)
  })

  it('counts no sample as perfect where only one value is ever agreed on', () => {
    const data = reliabilityData(
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 1],
      ],
      presence,
    )
    const { values } = kalphaBootstrap(data, { seed: 1, replicates: 500 }).replicates

    expect(values.includes(1)).toBe(false)
    expect(values.includes(0)).toBe(true)
  })

  it('has no interval when no samples are asked for', () => {
    expect(kalphaBootstrap(data, { seed: 1, replicates: 0 }).interval).toEqual({
      low: null,
      high: null,
      undefined: 'no_replicates',
    })
  })
})
