import fc from 'fast-check'
import { minimumUnits, unitsForPercentAgreement } from '@/lib/agreement/sample-size'
import { normalProbability, normalQuantile } from '@/lib/agreement/sample-size-normal'

describe("Krippendorff's minimum number of units", () => {
  it.each([
    [0.5, 60, 103, 212],
    [0.25, 81, 139, 284],
    [0.2, 96, 164, 333],
    [0.1, 172, 294, 595],
    [0.05, 330, 560, 1132],
    [0.02, 803, 1363, 2750],
    [0.01, 1593, 2702, 5448],
  ])('at prevalence %d for .667, .800 and .900 is as published', (prevalence, tentative, reliable, strict) => {
    const needed = [0.667, 0.8, 0.9].map((alphaMin) => minimumUnits({ prevalence, alphaMin }).value)

    expect(needed).toEqual([tentative, reliable, strict])
  })

  it('is the same for a code and for its absence, and grows as the rarer of both gets rarer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 }), (percent, minimum) => {
        const units = (prevalence: number) => minimumUnits({ prevalence, alphaMin: minimum / 100 }).value ?? 0

        expect(Math.abs(units(percent / 100) - units(1 - percent / 100))).toBeLessThanOrEqual(1)
        if (percent <= 50) expect(units(percent / 200)).toBeGreaterThan(units(percent / 100))
      }),
    )
  })

  it('is larger for a smaller risk', () => {
    const units = (significance: number) => minimumUnits({ prevalence: 0.25, alphaMin: 0.8, significance }).value

    expect(units(0.01)).toBe(278)
    expect(units(0.1)).toBe(85)
  })

  it('is undefined for a code that nobody or everybody marks everywhere: alpha cannot be computed', () => {
    for (const prevalence of [0, 1]) {
      expect(minimumUnits({ prevalence, alphaMin: 0.8 })).toEqual({ value: null, undefined: 'no_variation' })
    }
  })

  it('is undefined for a minimum of 1, which no sample can show', () => {
    expect(minimumUnits({ prevalence: 0.2, alphaMin: 1 })).toEqual({ value: null, undefined: 'perfect_minimum' })
  })

  it.each([
    { prevalence: 1.2, alphaMin: 0.8 },
    { prevalence: Number.NaN, alphaMin: 0.8 },
    { prevalence: 0.2, alphaMin: -0.1 },
    { prevalence: 0.2, alphaMin: 0.8, significance: 0 },
  ])('refuses numbers that are no shares: %j', (size) => {
    expect(() => minimumUnits(size)).toThrow(RangeError)
  })
})

describe('the units that percent agreement needs (Lacy & Riffe 1996)', () => {
  it.each([
    [100, 59, 51, 35],
    [500, 111, 84, 49],
    [1000, 125, 92, 51],
    [10_000, 141, 100, 54],
  ])('of a population of %d with agreement of 85, 90 and 95 % expected are as published', (population, ...sizes) => {
    expect([0.85, 0.9, 0.95].map((expected) => unitsForPercentAgreement(population, expected))).toEqual(sizes)
  })

  it('are all units when there is one', () => {
    expect(unitsForPercentAgreement(1, 0.85)).toBe(1)
  })
})

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.959963984540054, 0.975],
    [3, 0.99865010196837],
    [-1.6448536269514722, 0.05],
  ])('below %d holds %d, as tables have it', (z, probability) => {
    expect(normalProbability(z)).toBeCloseTo(probability, 14)
  })

  it('ends in 0 and 1', () => {
    expect([normalProbability(Number.NEGATIVE_INFINITY), normalProbability(Number.POSITIVE_INFINITY)]).toEqual([0, 1])
  })

  it('has quantiles that lead back to their probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
        expect(normalProbability(normalQuantile(probability))).toBeCloseTo(probability, 12)
      }),
    )
  })
})
