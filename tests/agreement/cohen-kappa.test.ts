import fc from 'fast-check'
import { cohenKappa } from '@/lib/agreement/cohen-kappa'
import { coderPairs, contingencies } from '@/lib/agreement/contingencies'
import { reliabilityData } from '@/lib/agreement/reliability-data'
import { expectWithin, goldenCases } from './golden-cases'

describe("Cohen's kappa: the tables of Cohen (1960), Brennan & Prediger (1981), Feinstein & Cicchetti (1990), Zwick (1988) and others", () => {
  it.each(goldenCases('cohen_kappa').map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    const kappa = cohenKappa(contingencies(entry.data)[0] ?? [])
    if (entry.expected.value === null) {
      expect(kappa).toMatchObject({ value: null, undefined: expect.stringMatching(/^no_/) })
    } else expectWithin(kappa.value, entry.expected.value, entry.tolerance)
    if ('observed_agreement' in entry.expected) {
      expectWithin(kappa.observedAgreement, entry.expected.observed_agreement, entry.tolerance)
      expectWithin(kappa.expectedAgreement, entry.expected.expected_agreement, entry.tolerance)
    }
  })

  it('does not depend on which coder comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b'))), (units) => {
        const kappaOf = (rows: string[][]) => cohenKappa(contingencies(reliabilityData(rows, ['a', 'b']))[0] ?? [])
        expect(kappaOf(units.map(([one, other]) => [other, one]))).toEqual(kappaOf(units))
      }),
    )
  })

  it('is undefined when both coders used the same one category throughout', () => {
    expect(cohenKappa([0, 0, 0, 7])).toMatchObject({ value: null, undefined: 'no_variation', units: 7 })
  })

  it('is 0, not undefined, when only one of the coders used one category throughout', () => {
    expect(cohenKappa([5, 0, 2, 0])).toMatchObject({ value: 0, units: 7 })
  })
})

describe('contingency tables', () => {
  it('stand in the order of the pairs and count only units both coded', () => {
    const data = reliabilityData(
      [
        [0, 1, null],
        [1, 1, 1],
        [0, null, 0],
      ],
      [0, 1],
    )
    expect(coderPairs(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    expect(contingencies(data).map((table) => Array.from(table))).toEqual([
      [0, 1, 0, 1],
      [1, 0, 0, 1],
      [0, 0, 0, 1],
    ])
  })
})
