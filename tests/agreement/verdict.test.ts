import { verdictOn } from '@/lib/agreement/verdict'

const grounds = (belowMinimum: number, belowTentative: number, high = 0.9) => ({
  alpha: { value: 0.7 },
  interval: { low: 0.5, high },
  belowMinimum: { value: belowMinimum },
  belowTentative: { value: belowTentative },
})

describe('the verdict, by the house rule of the report', () => {
  it.each([
    ['meets', grounds(0.05, 0)],
    ['tentative', grounds(0.06, 0.05)],
    ['not_sufficient', grounds(1, 0.99, 0.666)],
    ['inconclusive', grounds(0.4, 0.06, 0.667)],
  ] as const)('%s', (word, given) => {
    expect(verdictOn(given).word).toBe(word)
  })

  it('cannot be given where alpha is undefined, and says why', () => {
    const verdict = verdictOn({ ...grounds(0, 0), alpha: { value: null, undefined: 'no_variation' } })
    expect(verdict).toEqual({ word: 'not_computable', reason: expect.stringContaining('Every value is the same') })
  })

  it('is inconclusive without an interval, and says why there is none', () => {
    const verdict = verdictOn({ ...grounds(0, 0), interval: { low: null, high: null, undefined: 'one_document' } })
    expect(verdict).toEqual({ word: 'inconclusive', reason: expect.stringContaining('Only one document') })
  })
})
