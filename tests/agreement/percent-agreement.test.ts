import { percentAgreement } from '@/lib/agreement/percent-agreement'
import { reliabilityData } from '@/lib/agreement/reliability-data'
import { unitAgreement } from '@/lib/agreement/unit-agreement'
import { expectWithin, goldenCases } from './golden-cases'

describe('percent agreement as the mean over units (Gwet 2014)', () => {
  it.each(goldenCases('percent_agreement').map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    const percent = percentAgreement(unitAgreement(entry.data))
    if (entry.expected.value === null) expect(percent).toEqual({ value: null, undefined: 'no_pairable_unit' })
    else expectWithin(percent.value, entry.expected.value, entry.tolerance)
  })

  it('weighs a unit with three values as much as one with two', () => {
    const data = reliabilityData([
      ['a', 'a', 'b'],
      ['a', 'a', null],
      ['a', null, null],
    ])
    expect(percentAgreement(unitAgreement(data)).value).toBeCloseTo((1 / 3 + 1) / 2, 12)
  })

  it('is 1 where everybody marked nothing: agreement without variation is agreement', () => {
    expect(
      percentAgreement(
        unitAgreement(
          reliabilityData([
            [0, 0],
            [0, 0],
          ]),
        ),
      ),
    ).toEqual({ value: 1 })
  })
})
