import fc from 'fast-check'
import { assignLanes, type NamedSpan, spansAt } from '@/components/coding-desk/lanes'

const spans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })), { maxLength: 40 })
  .map((pairs) => pairs.map(([start, size], i): NamedSpan => ({ id: `s${i}`, start, end: start + size })))

describe('lanes below the words', () => {
  test('overlapping, nested, crossing and identical spans never share a lane', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const lanes = assignLanes(all)
        for (const a of all) {
          for (const b of all) {
            const meet = a.id !== b.id && a.start < b.end && b.start < a.end
            if (meet) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id))
          }
        }
      }),
    )
  })

  test('there are only as many lanes as spans lie on one place', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const depth = Math.max(0, ...all.map(({ start }) => spansAt(all, start).length))
        expect(Math.max(-1, ...assignLanes(all).values()) + 1).toBe(depth)
      }),
    )
  })

  test('of two spans that start together the longer one lies next to the words', () => {
    const lanes = assignLanes([
      { id: 'inner', start: 0, end: 3 },
      { id: 'outer', start: 0, end: 9 },
    ])
    expect(lanes.get('outer')).toBe(0)
    expect(lanes.get('inner')).toBe(1)
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
