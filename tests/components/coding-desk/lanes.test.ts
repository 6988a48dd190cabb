import fc from 'fast-check'
import { assignLanes, inTextOrder, spansAt } from '@/components/coding-desk/reading/lanes'
import type { Span } from '@/lib/text/spans'

interface Stacked {
  id: string
  segments: readonly Span[]
}

function lanesOf(items: readonly Stacked[]): Map<string, number> {
  const lanes = assignLanes(items, ({ segments }) => segments)
  return new Map(items.map(({ id }, at) => [id, lanes[at] ?? -1]))
}

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }))
  .map(([start, size]) => ({ start, end: start + size }))

/** Some have gaps; those that start together come in the order of the text, like everything the desk draws. */
function stacked(mostSegments: number) {
  return fc.array(fc.array(span, { minLength: 1, maxLength: mostSegments }), { maxLength: 30 }).map((all) =>
    inTextOrder(
      all.map((segments, i) => {
        const sorted = segments.toSorted((a, b) => a.start - b.start)
        const [start, end] = [sorted[0]?.start ?? 0, Math.max(...sorted.map((one) => one.end))]
        return { id: `s${i}`, start, end, segments: sorted }
      }),
    ),
  )
}

const meet = (a: Stacked, b: Stacked) =>
  a.segments.some((one) => b.segments.some((other) => one.start < other.end && other.start < one.end))

const plain = (id: string, start: number, end: number): Stacked => ({ id, segments: [{ start, end }] })

describe('lanes below the words', () => {
  test('overlapping, nested, crossing and identical stretches never share a lane', () => {
    fc.assert(
      fc.property(stacked(4), (all) => {
        const lanes = lanesOf(all)
        for (const a of all) {
          for (const b of all) if (a.id !== b.id && meet(a, b)) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id))
        }
      }),
    )
  })

  test('there are only as many lanes as stretches lie on one place, when none has a gap', () => {
    fc.assert(
      fc.property(stacked(1), (all) => {
        const depth = Math.max(0, ...all.map(({ start }) => spansAt(all, start).length))
        expect(Math.max(-1, ...lanesOf(all).values()) + 1).toBe(depth)
      }),
    )
  })

  test('what has a gap leaves its lane to what lies in the gap', () => {
    const around = {
      id: 'around',
      segments: [
        { start: 0, end: 3 },
        { start: 10, end: 12 },
      ],
    }
    expect(lanesOf([around, plain('within', 4, 8)])).toEqual(
      new Map([
        ['around', 0],
        ['within', 0],
      ]),
    )
    expect(lanesOf([around, plain('over its end', 4, 11)]).get('over its end')).toBe(1)
  })

  test('of two that start together the first one lies next to the words', () => {
    expect(lanesOf([plain('outer', 0, 9), plain('inner', 0, 3)])).toEqual(
      new Map([
        ['outer', 0],
        ['inner', 1],
      ]),
    )
  })

  test('the spans on a place come shortest first', () => {
    const all = [
      { id: 'outer', start: 0, end: 9 },
      { id: 'inner', start: 2, end: 4 },
      { id: 'beside', start: 4, end: 6 },
    ]
    expect(spansAt(all, 3).map(({ id }) => id)).toEqual(['inner', 'outer'])
  })
})
