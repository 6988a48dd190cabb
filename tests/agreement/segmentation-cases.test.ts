import { continuumCases, expectCase } from './continuum-cases'
import segmentation from './fixtures/segmentation.json'

const cases = continuumCases(segmentation)

describe('segmentation: Fournier (2013), Pevzner & Hearst (2002), Hearst (1997) and nltk', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expectCase(entry)
  })

  it('are all there: none was lost when the fixture was made', () => {
    expect(cases).toHaveLength(33)
  })
})
