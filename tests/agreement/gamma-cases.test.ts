import { continuumCases, expectCase } from './continuum-cases'
import gamma from './fixtures/gamma.json'

const cases = continuumCases(gamma)

describe('gamma: the disorder exactly, the sampled coefficient loosely', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expectCase(entry)
  })

  it('are all there: none was lost when the fixture was made', () => {
    expect(cases).toHaveLength(13)
  })
})
