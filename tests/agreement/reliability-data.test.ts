import { reliabilityData, unitCount } from '@/lib/agreement/reliability-data'

describe('a table of reliability data', () => {
  it('counts its units, also when no coder is in it', () => {
    expect(
      unitCount(
        reliabilityData([
          ['a', null],
          ['b', 'b'],
        ]),
      ),
    ).toBe(2)
    expect(unitCount(reliabilityData([]))).toBe(0)
  })

  it('refuses rows of different length', () => {
    expect(() => reliabilityData([['a', 'b'], ['a']])).toThrow('Unit 1 has 1 values instead of 2')
  })

  it('refuses a value that is none of the categories', () => {
    expect(() => reliabilityData([['a', 'x']], ['a', 'b'])).toThrow('Unit 0 has a value that is no category: x')
  })

  it('refuses more different values than a cell can name', () => {
    const units = Array.from({ length: 20_000 }, (_, i) => [2 * i, 2 * i + 1])
    expect(() => reliabilityData(units)).toThrow('More than 32767 different values')
  })
})
