import { continuumCases, expectCase } from './continuum-cases'
import unitizing from './fixtures/unitizing.json'

const cases = continuumCases(unitizing)

describe('unitizing: Krippendorff (1995, 2004, 2019), Krippendorff et al. (2016) and edge cases', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expectCase(entry)
  })

  it('are all there: none was lost when the fixture was made', () => {
    expect(cases).toHaveLength(84)
  })
})
