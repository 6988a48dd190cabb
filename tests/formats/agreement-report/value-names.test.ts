import { valueNames } from '@/lib/formats/agreement-report/value-names'

const named = valueNames({
  valueLabels: { not_stated: 'Not stated', negative: 'Negative', other: 'Other', rest: 'Other' },
})

describe('the name of a value', () => {
  it('is the label that the codebook gives it', () => {
    expect(named('not_stated')).toBe('Not stated')
  })

  it('has the label of each of several values', () => {
    expect(named('negative|not_stated')).toBe('Negative, Not stated')
  })

  it('has the key beside a label that two values share', () => {
    expect([named('other'), named('rest')]).toEqual(['Other (other)', 'Other (rest)'])
  })

  it('is what the coder wrote where the codebook lists no such value', () => {
    expect(named('negative|or so')).toBe('negative|or so')
    expect(named('constructor')).toBe('constructor')
  })

  it('says that a value was left empty', () => {
    expect(named('')).toBe('none')
  })
})
