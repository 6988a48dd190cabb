import fc from 'fast-check'
import { alphaError } from '@/lib/agreement/alpha-error'
import { collectReplicates, resampledSums, shareBelow } from '@/lib/agreement/bootstrap'
import { krippendorffAlpha, krippendorffAlphaOfTable } from '@/lib/agreement/krippendorff-alpha'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import { minimumUnits } from '@/lib/agreement/sample-size'
import { normalProbability, normalQuantile } from '@/lib/agreement/sample-size-normal'
import { expectedPower, planSample, type SampleGoal } from '@/lib/agreement/sample-size-plan'
import { unitVarianceOfAlpha } from '@/lib/agreement/sample-size-variance'
import { asUnits, drawDocumentsOfSeers, drawSeers, type Seers, seededShare } from './simulated-coders'

/** Documents of a single unit: nothing goes together. */
const single = { unitsPerDocument: { mean: 1, cv: 0 }, rho: 0 }
const goal: SampleGoal = { alphaMin: 0.8, expectedAlpha: 0.85, prevalence: 0.25, ...single }

function planFor(asked: SampleGoal) {
  const plan = planSample(asked)
  if ('undefined' in plan) throw new Error(plan.undefined)
  return plan
}

describe('the power of a reliability sample', () => {
  it("is 25 % with Krippendorff's 139 units to show .800 when alpha is .85", () => {
    expect(expectedPower(goal, 139).value).toBeCloseTo(0.25, 2)
  })

  it("is 75 % with Krippendorff's minimum for an alpha midway between the minimum and 1", () => {
    const midway = normalProbability((Math.SQRT2 - 1) * normalQuantile(0.95))
    for (const alphaMin of [0.667, 0.8, 0.9]) {
      for (const prevalence of [0.5, 0.25, 0.02]) {
        const units = minimumUnits({ prevalence, alphaMin }).value ?? 0
        const power = expectedPower({ ...goal, alphaMin, prevalence, expectedAlpha: (1 + alphaMin) / 2 }, units)

        expect(power.value).toBeCloseTo(midway, 2)
      }
    }
  })

  it('is the accepted risk where alpha only reaches the minimum, and less below', () => {
    expect(expectedPower({ ...goal, expectedAlpha: 0.8 }, 139).value).toBeCloseTo(0.05, 9)
    expect(expectedPower({ ...goal, expectedAlpha: 0.75 }, 139).value).toBeLessThan(0.05)
  })

  it('is 1 when nobody ever errs', () => {
    expect(expectedPower({ ...goal, expectedAlpha: 1 }, 1)).toEqual({ value: 1 })
  })

  it('is undefined for a code without variation', () => {
    expect(expectedPower({ ...goal, prevalence: 0 }, 139)).toEqual({ value: null, undefined: 'no_variation' })
  })
})

/** One sample of independent units by the test of the formula: the lower linearised limit of alpha is above the minimum. */
function showsByLinearisedLimit(units: readonly Seers[], alphaMin: number): boolean {
  const data = reliabilityData(asUnits(units), presence)
  const { alpha, totals, difference } = krippendorffAlphaOfTable(data)
  const { se } = alphaError(data, alpha, totals, difference)
  return alpha.value !== null && se !== null && alpha.value - normalQuantile(0.95) * se > alphaMin
}

/** Coincidences of units of two coders. */
const rowOf = (seers: Seers) => [seers === 0 ? 2 : 0, seers === 1 ? 1 : 0, seers === 1 ? 1 : 0, seers === 2 ? 2 : 0]

/** The same by the rule of the report: P(alpha < minimum) is at most .05 in the bootstrap. */
function showsByBootstrap(units: readonly Seers[], alphaMin: number, seed: number): boolean {
  const values: (number | null)[] = []
  for (const sum of resampledSums(units.map(rowOf), { seed, replicates: 300 }))
    values.push(krippendorffAlpha(sum).value)
  const below = shareBelow(collectReplicates(values), alphaMin)
  return below.value !== null && below.value <= 0.05
}

function shareOf(samples: number, shows: (sample: number) => boolean): number {
  return Array.from({ length: samples }, (_, sample) => shows(sample)).filter(Boolean).length / samples
}

describe('the power by the formula, held against simulated coders', () => {
  it.each([
    { units: 139, expectedAlpha: 0.85, alphaMin: 0.8, prevalence: 0.25 },
    { units: 700, expectedAlpha: 0.85, alphaMin: 0.8, prevalence: 0.25 },
    { units: 139, expectedAlpha: 0.9, alphaMin: 0.8, prevalence: 0.25 },
    { units: 81, expectedAlpha: 0.8, alphaMin: 0.667, prevalence: 0.25 },
    { units: 560, expectedAlpha: 0.9, alphaMin: 0.8, prevalence: 0.05 },
  ])('is right to ten points: %j', ({ units, ...rest }) => {
    const share = seededShare(units)
    const simulated = shareOf(800, () => {
      const drawn = Array.from({ length: units }, () => drawSeers(share, rest.expectedAlpha, rest.prevalence))
      return showsByLinearisedLimit(drawn, rest.alphaMin)
    })

    expect(Math.abs(simulated - (expectedPower({ ...goal, ...rest }, units).value ?? 0))).toBeLessThan(0.1)
  })

  it("is right for the report's own rule: 25 % with 139 units", () => {
    const share = seededShare(7)
    const simulated = shareOf(500, (sample) => {
      return showsByBootstrap(
        Array.from({ length: 139 }, () => drawSeers(share, 0.85, 0.25)),
        0.8,
        sample,
      )
    })

    expect(Math.abs(simulated - 0.25)).toBeLessThan(0.06)
  })
})

describe('the design effect', () => {
  it('is 1 for documents of one unit, and for units of a document that do not go together', () => {
    expect(planFor(goal).designEffect).toBe(1)
    expect(planFor({ ...goal, unitsPerDocument: { mean: 30, cv: 0.5 }, rho: 0 }).designEffect).toBe(1)
  })

  it('is 1 + ((1 + cv^2) mean - 1) rho', () => {
    expect(planFor({ ...goal, unitsPerDocument: { mean: 24, cv: 0.5 }, rho: 0.05 }).designEffect).toBeCloseTo(2.45, 9)
  })

  it.each([
    { rho: 0.05, sizes: [24, 24, 24, 24] },
    { rho: 0.2, sizes: [5, 10, 30, 55] },
  ])('is how far the variance of alpha grows in simulated documents: %j', ({ rho, sizes: quarter }) => {
    const sizes = Array.from({ length: 25 }, () => quarter).flat()
    const mean = quarter.reduce((sum, size) => sum + size, 0) / quarter.length
    const cv = Math.sqrt(quarter.reduce((sum, size) => sum + (size / mean - 1) ** 2, 0) / quarter.length)
    const share = seededShare(11)
    const alphas = Array.from({ length: 1000 }, () => {
      const seen = [0, 0, 0]
      for (const seers of drawDocumentsOfSeers(share, { alpha: 0.8, p: 0.3, rho, sizes }).flat()) {
        seen[seers] = (seen[seers] ?? 0) + 1
      }
      const [neither = 0, one = 0, both = 0] = seen
      return krippendorffAlpha([2 * neither, one, one, 2 * both]).value ?? Number.NaN
    })
    const centre = alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length
    const variance = alphas.reduce((sum, alpha) => sum + (alpha - centre) ** 2, 0) / (alphas.length - 1)
    const effect = (variance * mean * sizes.length) / unitVarianceOfAlpha(0.8, 0.3)
    const { designEffect } = planFor({ ...goal, unitsPerDocument: { mean, cv }, rho })

    expect(Math.abs(effect / designEffect - 1)).toBeLessThan(0.17)
  })
})

describe('the plan of a reliability sample', () => {
  const sentences = { alphaMin: 0.8, expectedAlpha: 0.87, prevalence: 0.18, unitsPerDocument: { mean: 23, cv: 0.3 } }

  it('reaches the power asked for, with no document more than needed', () => {
    const shares = (from: number, to: number) => fc.integer({ min: from, max: to }).map((percent) => percent / 100)
    const goals = fc.record({
      alphaMin: shares(50, 80),
      expectedAlpha: shares(82, 95),
      prevalence: shares(2, 98),
      power: shares(60, 95),
      coders: fc.integer({ min: 2, max: 5 }),
      rho: shares(0, 30),
      unitsPerDocument: fc.record({ mean: fc.integer({ min: 1, max: 40 }), cv: shares(0, 150) }),
    })
    fc.assert(
      fc.property(goals, (asked) => {
        const plan = planFor(asked)
        const least = Math.max(10, plan.minimum.documents)

        expect(plan.expectedPower).toBeGreaterThanOrEqual(asked.power - 1e-9)
        expect(plan.documents).toBeGreaterThanOrEqual(least)
        // Rounding up the independent units may cost the documents of one unit.
        const fewer = plan.documents - 1 - Math.ceil(plan.designEffect / asked.unitsPerDocument.mean)
        if (plan.documents > least && fewer >= 1) expect(expectedPower(asked, fewer).value).toBeLessThan(asked.power)
      }),
    )
  })

  it("stands beside Krippendorff's minimum and the rule of five chance agreements", () => {
    const plan = planFor(sentences)

    expect(plan.minimum).toEqual({ units: 178, documents: 8 })
    expect(plan.unitsForChanceAgreements).toBe(155)
    expect(plan.documents).toBeGreaterThan(plan.minimum.documents)
  })

  it('is never below the minimum and ten documents, however high the expected alpha', () => {
    expect(planFor({ ...sentences, expectedAlpha: 1 }).documents).toBe(10)
    expect(planFor({ ...sentences, expectedAlpha: 1, prevalence: 0.01 }).documents).toBe(118)
  })

  it('needs fewer documents with more coders each', () => {
    expect(planFor({ ...sentences, coders: 4 }).documents).toBeLessThan(planFor(sentences).documents)
  })

  it('says when there are too few documents, and what all of them could show', () => {
    const { documents, expectedPower: power } = planFor(sentences)
    const short = planFor({ ...sentences, population: documents - 20 })

    expect(planFor({ ...sentences, population: documents }).population).toEqual({ enough: true, expectedPower: power })
    expect(short.population?.enough).toBe(false)
    expect(short.population?.expectedPower).toBeLessThan(0.8)
    expect(short.documents).toBe(documents)
  })

  it('does not exist where no sample can show it, with the reason', () => {
    expect(planSample({ ...sentences, expectedAlpha: 0.8 })).toEqual({ undefined: 'not_above_minimum' })
    expect(planSample({ ...sentences, prevalence: 0 })).toEqual({ undefined: 'no_variation' })
    expect(planSample({ ...sentences, alphaMin: 1, expectedAlpha: 1 })).toEqual({ undefined: 'perfect_minimum' })
  })

  it.each<[string, Partial<SampleGoal>]>([
    ['documents without units', { unitsPerDocument: { mean: 0, cv: 0 } }],
    ['one coder', { coders: 1 }],
    ['a correlation above 1', { rho: 2 }],
    ['an alpha above 1', { expectedAlpha: 1.1 }],
    ['a certain power', { power: 1 }],
    ['no document to draw from', { population: 0 }],
  ])('refuses %s', (_, wrong) => {
    expect(() => planSample({ ...sentences, ...wrong })).toThrow(RangeError)
  })
})
