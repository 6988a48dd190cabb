import { continuumCases, expectCase } from './continuum-cases'
import spanF1 from './fixtures/span-f1.json'

const cases = continuumCases(spanF1)

describe('span F1 in all match rules, and coefficients of labelled tokens', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expectCase(entry)
  })

  it('are all there: none was lost when the fixture was made', () => {
    expect(cases).toHaveLength(102)
  })
})
