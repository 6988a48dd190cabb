import fc from 'fast-check'
import { boundaryEdits, boundarySimilarity } from '@/lib/agreement/boundary-similarity'
import { pk } from '@/lib/agreement/pk'
import { segmentationSimilarity } from '@/lib/agreement/segmentation-similarity'
import { windowDiff } from '@/lib/agreement/windowdiff'

const units = 14

function masses(places: readonly number[]): number[] {
  const sorted = [...new Set(places)].sort((one, other) => one - other)
  return [...sorted, units].map((place, i) => place - (sorted[i - 1] ?? 0))
}

const arbitraryMasses = fc.array(fc.integer({ min: 1, max: units - 1 }), { maxLength: 7 }).map(masses)
const arbitraryPair = fc.record({ a: arbitraryMasses, b: arbitraryMasses })

const placesOf = (segments: readonly number[]) =>
  Array.from({ length: units - 1 }, (_, i) => i + 1).filter((place) => {
    let end = 0
    return segments.some((mass) => {
      end += mass
      return end === place
    })
  })

/** The cheapest edits over all ways to pair boundaries that only one side has. */
function bruteForceCost(a: readonly number[], b: readonly number[], reach: number): number {
  const [place, ...rest] = a
  if (place === undefined) return b.length
  const paired = b
    .filter((other) => Math.abs(other - place) < reach)
    .map(
      (other) =>
        Math.abs(other - place) / reach +
        bruteForceCost(
          rest,
          b.filter((one) => one !== other),
          reach,
        ),
    )
  return Math.min(1 + bruteForceCost(rest, b, reach), ...paired)
}

describe('boundary edits', () => {
  it('are the cheapest there are', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.integer({ min: 1, max: 5 }), ({ a, b }, reach) => {
        const [inA, inB] = [placesOf(a), placesOf(b)]
        const cost = bruteForceCost(
          inA.filter((place) => !inB.includes(place)),
          inB.filter((place) => !inA.includes(place)),
          reach,
        )
        expect(boundaryEdits({ a, b }, reach).cost).toBeCloseTo(cost, 9)
      }),
    )
  })

  it('account for every boundary of both sides', () => {
    fc.assert(
      fc.property(arbitraryPair, ({ a, b }) => {
        const { matches, additions, transpositions } = boundaryEdits({ a, b })
        expect(2 * matches + additions + 2 * transpositions).toBe(a.length + b.length - 2)
      }),
    )
  })
})

/** Window by window, place by place. */
function windowsThatDiffer(a: readonly number[], b: readonly number[], k: number, count: (n: number) => number) {
  const starts = Array.from({ length: units - k }, (_, start) => start)
  const within = (places: readonly number[], start: number) =>
    count(places.filter((place) => place > start && place <= start + k).length)
  return starts.filter((start) => within(a, start) !== within(b, start)).length / (units - k)
}

describe('the segmentation measures', () => {
  it('that count windows count every one', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.integer({ min: 1, max: units - 1 }), ({ a, b }, k) => {
        const [inA, inB] = [placesOf(a), placesOf(b)]
        expect(windowDiff({ a, b }, k).value).toBe(windowsThatDiffer(inA, inB, k, (n) => n))
        expect(pk({ a, b }, k).value).toBe(windowsThatDiffer(inA, inB, k, Math.sign))
      }),
    )
  })

  it('do not depend on which segmentation comes first, given the window', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.integer({ min: 1, max: units - 1 }), ({ a, b }, k) => {
        expect(boundarySimilarity({ a: b, b: a })).toEqual(boundarySimilarity({ a, b }))
        expect(segmentationSimilarity({ a: b, b: a })).toEqual(segmentationSimilarity({ a, b }))
        expect(windowDiff({ a: b, b: a }, k)).toEqual(windowDiff({ a, b }, k))
        expect(pk({ a: b, b: a }, k)).toEqual(pk({ a, b }, k))
      }),
    )
  })

  it('are perfect for identical segmentations: 1 as similarities, 0 as errors', () => {
    fc.assert(
      fc.property(arbitraryMasses, (a) => {
        expect(boundarySimilarity({ a, b: a }).value).toBe(1)
        expect(segmentationSimilarity({ a, b: a }).value).toBe(1)
        expect(windowDiff({ a, b: a }, 3).value).toBe(0)
        expect(pk({ a, b: a }, 3).value).toBe(0)
      }),
    )
  })

  it('see more in WindowDiff than in Pk, which forgives a wrong number of boundaries', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.integer({ min: 1, max: units - 1 }), (segmentations, k) => {
        expect(windowDiff(segmentations, k).value ?? 0).toBeGreaterThanOrEqual(pk(segmentations, k).value ?? 1)
      }),
    )
  })

  it('are undefined where the text has no place for a boundary or a window, with the reason', () => {
    expect(segmentationSimilarity({ a: [1], b: [1] })).toMatchObject({ value: null, undefined: 'no_place' })
    expect(boundarySimilarity({ a: [], b: [] })).toMatchObject({ value: null, undefined: 'no_pairable_unit' })
    expect(windowDiff({ a: [2], b: [1, 1] })).toEqual({ value: null, undefined: 'no_window' })
    expect(pk({ a: [2], b: [1, 1] })).toEqual({ value: null, undefined: 'no_window' })
  })

  it('refuse texts of different length, segments without units, and windows and reaches that are none', () => {
    expect(() => boundarySimilarity({ a: [2, 3], b: [6] })).toThrow('One segmentation has 5 units and the other 6')
    expect(() => pk({ a: [0, 5], b: [5] })).toThrow('A segment has 0 units')
    expect(() => windowDiff({ a: [5], b: [5] }, 0)).toThrow('A window cannot have 0 places')
    expect(() => boundarySimilarity({ a: [5], b: [5] }, 0)).toThrow('Near misses cannot reach 0 places')
  })
})
