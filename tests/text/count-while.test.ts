import fc from 'fast-check'
import { countWhile } from '@/lib/count-while'

describe('counting while a condition holds', () => {
  it('is nothing of nothing, and all or none where it holds for all or none', () => {
    expect(countWhile(0, () => true)).toBe(0)
    expect(countWhile(7, () => true)).toBe(7)
    expect(countWhile(7, () => false)).toBe(0)
  })

  it('finds the place from which it no longer holds, asking few', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (count, place) => {
        let asked = 0
        const found = countWhile(count, (index) => {
          asked += 1
          return index < place
        })
        expect(found).toBe(Math.min(count, place))
        expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)))
      }),
    )
  })
})
