import fc from 'fast-check'
import { type DriftCell, driftAlerts, samplesForAlerts } from '@/lib/agreement/drift-alert'
import { noInterval } from '@/lib/agreement/estimate'
import { normalQuantile } from '@/lib/agreement/sample-size-normal'
import { seededShare } from './simulated-coders'

const samples = 1000

/** A cell without any reason for an alert. */
function cell(more: Partial<DriftCell> = {}): DriftCell {
  return {
    ...{ coder: 'C01', code: 'hero', alphaMin: 0.667 },
    window: Array.from({ length: samples }, (_, i) => 0.8 + 0.1 * Math.sin(i)),
    pilot: Array.from({ length: samples }, (_, i) => 0.8 + 0.1 * Math.cos(7 * i)),
    interval: { low: 0.6, high: 0.9 },
    rates: [{ rate: 5, limits: [3, 8] }],
    ...more,
  }
}

/** Alphas so far below the pilot's that a share of the differences is not. */
function lower(notBelow: number): Partial<DriftCell> {
  return {
    pilot: Array.from({ length: samples }, () => 0.8),
    window: Array.from({ length: samples }, (_, i) => (i < notBelow ? 0.81 : 0.6)),
  }
}

describe('an alert about drift', () => {
  it('is not raised where agreement is like in the pilot, above the minimum, and the rate within its limits', () => {
    expect(driftAlerts([cell()])).toEqual([])
    expect(driftAlerts([])).toEqual([])
  })

  it('is raised where the interval of the difference to the pilot excludes 0, either way', () => {
    const { window, pilot } = cell(lower(10))

    expect(driftAlerts([cell({ window, pilot })])[0]?.reasons).toEqual([
      { kind: 'differs_from_pilot', difference: expect.closeTo(-0.2, 9) },
    ])
    expect(driftAlerts([cell({ window: pilot, pilot: window })])[0]?.reasons[0]).toMatchObject({
      difference: expect.closeTo(0.2, 9),
    })
    expect(driftAlerts([cell(lower(30))])).toEqual([])
  })

  it('asks more of a difference the more cells there are (Holm 1979)', () => {
    const quiet = Array.from({ length: 9 }, (_, i) => cell({ coder: `C1${i}` }))

    expect(driftAlerts([cell(lower(10))])).toHaveLength(1)
    expect(driftAlerts([cell(lower(10)), ...quiet])).toEqual([])
    expect(driftAlerts([cell(lower(0)), ...quiet])).toHaveLength(1)
    // The second of two is measured by what is left after the first: .022 against .05 / 1, not .05 / 2 with one alone.
    expect(driftAlerts([cell(lower(0)), cell(lower(20))])).toHaveLength(2)
    expect(driftAlerts([cell(lower(18)), cell(lower(20))])).toHaveLength(0)
  })

  it('comes about in at most 5 % of studies in which nothing drifts, all their cells together', () => {
    const share = seededShare(21)
    const scores = Array.from({ length: 400 }, (_, i) => normalQuantile((i + 0.5) / 400))
    const studies = Array.from({ length: 500 }, () => {
      const cells = Array.from({ length: 8 }, (_, i) => {
        // The window's alpha errs as a whole, and its samples scatter around it just as far.
        const centre = 0.8 + 0.05 * normalQuantile(share())
        return cell({
          coder: `C${i}`,
          window: scores.map((score) => centre + 0.05 * score),
          pilot: Array.from({ length: 400 }, () => 0.8),
        })
      })
      return driftAlerts(cells).length > 0
    })

    expect(studies.filter(Boolean).length / studies.length).toBeLessThan(0.08)
  })

  it('is raised where even the upper limit is below the minimum', () => {
    expect(driftAlerts([cell({ interval: { low: 0.3, high: 0.66 } })])[0]?.reasons).toEqual([
      { kind: 'below_minimum', upper: 0.66 },
    ])
    expect(driftAlerts([cell({ interval: { low: 0.3, high: 0.667 } })])).toEqual([])
    expect(driftAlerts([cell({ interval: noInterval('undefined_replicates') })])).toEqual([])
  })

  it('is raised where the rate left its limits twice running, not once or with one good window between', () => {
    const limits: [number, number] = [3, 8]
    const rates = (...all: number[]) => cell({ rates: all.map((rate) => ({ rate, limits })) })

    expect(driftAlerts([rates(5, 9, 2)])[0]?.reasons).toEqual([{ kind: 'rate_outside_limits', rate: 2 }])
    expect(driftAlerts([rates(9)])).toEqual([])
    expect(driftAlerts([rates(9, 5, 9)])).toEqual([])
    expect(driftAlerts([rates(9, 9, 8)])).toEqual([])
    expect(
      driftAlerts([
        cell({
          rates: [
            { rate: 9, limits: null },
            { rate: 9, limits: null },
          ],
        }),
      ]),
    ).toEqual([])
  })

  it('names the cell and all reasons it has', () => {
    const bad = cell({
      ...lower(0),
      ...{ coder: 'C07', code: 'victim', interval: { low: 0.5, high: 0.65 } },
      rates: [
        { rate: 1, limits: [3, 8] },
        { rate: 1, limits: [3, 8] },
      ],
    })

    expect(driftAlerts([cell(), bad])).toMatchObject([
      {
        ...{ coder: 'C07', code: 'victim' },
        reasons: [{ kind: 'differs_from_pilot' }, { kind: 'below_minimum' }, { kind: 'rate_outside_limits' }],
      },
    ])
  })

  it('says nothing about the pilot where alpha is undefined in more than 5 % of the samples, or nothing was drawn', () => {
    const { pilot, window = [] } = lower(0)
    const undefinedIn = (count: number) => window.map((value, i) => (i < count ? null : value))

    expect(driftAlerts([cell({ ...(pilot && { pilot }), window: undefinedIn(50) })])).toHaveLength(1)
    expect(driftAlerts([cell({ ...(pilot && { pilot }), window: undefinedIn(51) })])).toEqual([])
    expect(driftAlerts([cell({ pilot: [], window: [] })])).toEqual([])
  })

  it('can be raised for any one of so many cells with the samples it asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, place) => {
        const number = samplesForAlerts(count)
        const same = Array.from({ length: number }, (_, i) => (i % 2 === 0 ? 0.7 : 0.9))
        const cells = Array.from({ length: count }, (_, i) => {
          const low = Array.from({ length: number }, () => 0.4)
          return cell({ coder: `C${i}`, pilot: same, window: i === place % count ? low : same.toReversed() })
        })

        expect(driftAlerts(cells).map(({ coder }) => coder)).toEqual([`C${place % count}`])
      }),
      { numRuns: 20 },
    )
  })

  it('refuses fewer samples, and unequal numbers of them', () => {
    const few = Array.from({ length: samplesForAlerts(2) - 1 }, () => 0.8)

    expect(() => driftAlerts([cell({ window: few, pilot: few }), cell()])).toThrow('C01, hero')
    expect(() => driftAlerts([cell({ pilot: few })])).toThrow(RangeError)
  })
})
