import fc from 'fast-check'
import { alphaError } from '@/lib/agreement/alpha-error'
import { krippendorffAlphaOfTable } from '@/lib/agreement/krippendorff-alpha'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { unitVarianceOfAlpha } from '@/lib/agreement/sample-size-variance'
import { asUnits, drawSeers, seededShare } from './simulated-coders'

const shares = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)

describe('the variance of alpha', () => {
  it('of two coders is that of Bloch & Kraemer (1989)', () => {
    fc.assert(
      fc.property(shares, shares, (a, p) => {
        const published = (1 - a) * ((1 - a) * (1 - 2 * a) + (a * (2 - a)) / (2 * p * (1 - p)))

        expect(unitVarianceOfAlpha(a, p) / published).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is 0 where coders agree on everything, and 2 / m (m - 1) where they only guess', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 2, max: 6 }), (p, coders) => {
        expect(unitVarianceOfAlpha(1, p, coders)).toBeCloseTo(0, 12)
        // Fleiss, Nee & Landis (1979): the null variance of Fleiss' kappa.
        expect(unitVarianceOfAlpha(0, p, coders)).toBeCloseTo(2 / (coders * (coders - 1)), 9)
      }),
    )
  })

  it('does not grow with the number of coders', () => {
    fc.assert(
      fc.property(shares, shares, fc.integer({ min: 2, max: 6 }), (alpha, p, coders) => {
        expect(unitVarianceOfAlpha(alpha, p, coders + 1)).toBeLessThanOrEqual(
          unitVarianceOfAlpha(alpha, p, coders) + 1e-9,
        )
      }),
    )
  })

  it('is what the linearised standard error of a large sample comes to', () => {
    const share = seededShare(3)
    const units = asUnits(Array.from({ length: 60_000 }, () => drawSeers(share, 0.8, 0.2)))
    const data = reliabilityData(units, presence)
    const { alpha, totals, difference } = krippendorffAlphaOfTable(data)
    const { se } = alphaError(data, alpha, totals, difference)

    expect(alpha.value).toBeCloseTo(0.8, 2)
    expect(((se ?? 0) ** 2 * units.length) / unitVarianceOfAlpha(0.8, 0.2)).toBeCloseTo(1, 1)
  })
})
