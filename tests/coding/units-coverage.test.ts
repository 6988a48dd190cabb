import { unitCoverage } from '@/lib/coding/unit-coverage'
import { UnitIndex } from '@/lib/coding/unit-index'
import { documentOf, on } from './unit-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!')
const sentences = new UnitIndex(document, 'sentence')

describe('the coverage of a unit by one code of one coder', () => {
  it('counts annotations, and each character once however many cover it', () => {
    const annotations = [on(document, 'Sela Marrin'), on(document, 'Marrin rose')]
    expect(unitCoverage(sentences, annotations).get(0)).toEqual({
      annotations: 2,
      characters: 'Sela Marrin rose'.length,
    })
  })

  it('counts an annotation of several segments once in a unit', () => {
    const segments = [...on(document, 'Sela').segments, ...on(document, 'early').segments]
    expect(unitCoverage(sentences, [{ code: 'hero', segments }]).get(0)).toEqual({ annotations: 1, characters: 9 })
  })

  it('leaves out white space at the ends of a span', () => {
    expect(unitCoverage(sentences, [on(document, ' rose ')]).get(0)?.characters).toBe(4)
  })

  it('splits a span over the units it reaches', () => {
    const coverage = unitCoverage(sentences, [on(document, 'early. The')])
    expect(Array.from(coverage, ([place, { characters }]) => [place, characters])).toEqual([
      [0, 6],
      [1, 3],
    ])
  })

  it('has no entry for a unit of which only punctuation is covered', () => {
    expect(unitCoverage(sentences, [on(document, '. The')]).has(0)).toBe(false)
  })
})
