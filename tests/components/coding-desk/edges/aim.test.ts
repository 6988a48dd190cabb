import fc from 'fast-check'
import { aimOf } from '@/components/coding-desk/edges/aim'

describe('what a pointer means that drags an edge', () => {
  it('is the line of the edge where it took hold, and anywhere between there and the words', () => {
    for (const y of [117, 110, 100]) expect(aimOf(y, { pointer: 117, line: 100 })).toBe(100)
    for (const y of [83, 90, 100]) expect(aimOf(y, { pointer: 83, line: 100 })).toBe(100)
  })

  it('is where the pointer is beyond the middle of the line', () => {
    expect(aimOf(95, { pointer: 117, line: 100 })).toBe(95)
    expect(aimOf(60, { pointer: 117, line: 100 })).toBe(60)
    expect(aimOf(140, { pointer: 83, line: 100 })).toBe(140)
  })

  it('keeps its distance away from the words', () => {
    expect(aimOf(151, { pointer: 117, line: 100 })).toBe(134)
    expect(aimOf(49, { pointer: 83, line: 100 })).toBe(66)
  })

  it('goes down where the pointer goes down, and never jumps', () => {
    const height = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(height, height, height, fc.integer({ min: 0, max: 50 }), (y, pointer, line, by) => {
        const [before, after] = [aimOf(y, { pointer, line }), aimOf(y + by, { pointer, line })]
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after - before).toBeLessThanOrEqual(by)
      }),
    )
  })
})
