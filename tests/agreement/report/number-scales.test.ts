import fc from 'fast-check'
import { intervalScale, manyRatiosScale } from '@/lib/agreement/report/number-scales'
import { pairedValues } from '@/lib/agreement/report/paired-values'
import { bruteForceAlpha, numberDifferences } from '../alpha-oracle'

const scales = { interval: intervalScale, ratio: manyRatiosScale }

/** Alpha by a scale of units with two numbers each. */
function alphaOf(units: readonly (readonly [number, number])[], scaleOf: (typeof scales)[keyof typeof scales]) {
  const numbers = [...new Set(units.flat())]
  const cells = units.flatMap(([one, other]) => [0, numbers.indexOf(one), numbers.indexOf(other), 1])
  const values = { coders: ['C01', 'C02'], units: units.length, valuesPerUnit: 2, cells }
  const scale = scaleOf(numbers)
  return scale.alpha(scale.columns(pairedValues(values)))
}

describe.each(['interval', 'ratio'] as const)('alpha of many numbers: %s', (level) => {
  it('is that of comparing each two of them', () => {
    // Rates come from counts: two of them are the same or differ in more than their last digits.
    const rate = fc.double({ min: 0.01, max: 5000, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6)
    const number = fc.oneof(fc.integer({ min: 0, max: 30 }), rate)
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 30 }), (units) => {
        const expected = bruteForceAlpha(units, numberDifferences[level])
        const alpha = alphaOf(units, scales[level])
        if (expected === null) expect(alpha.value).toBeNull()
        else expect(Math.abs((alpha.value ?? Number.NaN) - expected)).toBeLessThan(1e-6 * (1 + Math.abs(expected)))
      }),
    )
  })

  it('is undefined where all numbers are the same, and where all are zero', () => {
    for (const same of [0, 1 / 3, 1e6]) {
      const reason = { value: null, undefined: 'no_variation' }
      expect(
        alphaOf(
          Array.from({ length: 7 }, () => [same, same] as const),
          scales[level],
        ),
      ).toMatchObject(reason)
    }
  })

  it('is 1 where coders agree and documents differ', () => {
    expect(
      alphaOf(
        [
          [0, 0],
          [2, 2],
          [750, 750],
        ],
        scales[level],
      ).value,
    ).toBeCloseTo(1, 12)
  })
})
