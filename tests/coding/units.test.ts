import fc from 'fast-check'
import { missing } from '@/lib/agreement/reliability-data'
import type { UnitLevel } from '@/lib/coding/unit-levels'
import { type UnitCoding, unitTables } from '@/lib/coding/units'
import { CharacterKinds, pairs } from '@/lib/text/spans'
import { documentOf, on, submitted } from './unit-studies'

const text = 'Sela Marrin rose early. The harbour slept!\n\nNobody thanked her, “of course”. She left.'
const document = documentOf(text)

/** The table of code "hero" as rows of units. */
function rows(codings: UnitCoding[], level: UnitLevel = 'sentence', of = document) {
  const { coders, codes } = unitTables(of, codings, ['hero'], level)
  const values = Array.from(codes[0]?.data.values ?? [])
  return Array.from({ length: values.length / coders.length }, (_, unit) =>
    values.slice(unit * coders.length, (unit + 1) * coders.length),
  )
}

describe('a unit has a code', () => {
  it('if a span covers at least one letter or digit of it', () => {
    expect(rows([submitted('C01', on(document, 'early. T'))])).toEqual([[1], [1], [0], [0]])
  })

  it('not if the span covers only white space and punctuation of it', () => {
    expect(rows([submitted('C01', on(document, '. The harbour slept'))])).toEqual([[0], [1], [0], [0]])
    expect(rows([submitted('C01', on(document, '”. She'))])).toEqual([[0], [0], [0], [1]])
  })

  it('in both sentences when one span crosses from one into the other', () => {
    expect(rows([submitted('C01', on(document, 'rose early. The harbour'))])).toEqual([[1], [1], [0], [0]])
  })

  it('once, however many overlapping spans of a coder have that code', () => {
    const coding = submitted('C01', on(document, 'Sela Marrin'), on(document, 'Marrin rose'), on(document, 'Marrin'))
    expect(rows([coding])).toEqual([[1], [0], [0], [0]])
  })

  it('in every sentence that a segment of a discontinuous annotation reaches, and not between them', () => {
    const segments = [...on(document, 'Sela').segments, ...on(document, 'left').segments]
    expect(rows([submitted('C01', { code: 'hero', segments })])).toEqual([[1], [0], [0], [1]])
  })

  it('at each level: token, paragraph, document', () => {
    const coding = submitted('C01', on(document, 'Marrin rose'))
    expect(
      rows([coding], 'token')
        .map(([value]) => value)
        .slice(0, 5),
    ).toEqual([0, 1, 1, 0, 0])
    expect(rows([coding], 'paragraph')).toEqual([[1], [0]])
    expect(rows([coding], 'document')).toEqual([[1]])
  })

  it('counted in code points: an emoji before the span shifts nothing', () => {
    const emoji = documentOf('🚢🚢🚢 One ship. Two.')
    expect(rows([submitted('C01', on(emoji, 'Two'))], 'sentence', emoji)).toEqual([[0], [1]])
  })

  it('only of that code: other codes and codes nobody asked for stay apart', () => {
    const coding = submitted('C01', on(document, 'Sela', 'villain'), on(document, 'early', 'hero'))
    const tables = unitTables(document, [coding], ['villain', 'victim'], 'sentence')
    expect(tables.codes.map(({ code, data }) => [code, Array.from(data.values)])).toEqual([
      ['villain', [1, 0, 0, 0]],
      ['victim', [0, 0, 0, 0]],
    ])
  })
})

describe('who coded', () => {
  it('submitted with nothing is zero', () => {
    expect(rows([submitted('C01'), submitted('C02', on(document, 'Sela'))])).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  it('not submitted is missing: the coder is no column, whatever is already marked', () => {
    const open = { coder: 'C02', submitted: false, annotations: [on(document, 'Sela')] }
    expect(unitTables(document, [submitted('C01'), open], ['hero'], 'sentence').coders).toEqual(['C01'])
  })

  it('columns are in the order of the coders, whatever the order of the codings', () => {
    const codings = [submitted('C03', on(document, 'Sela')), submitted('C01')]
    expect(unitTables(document, codings, ['hero'], 'sentence').coders).toEqual(['C01', 'C03'])
    expect(rows(codings)[0]).toEqual([0, 1])
  })

  it('is one coding per coder: a second one is an error', () => {
    expect(() => rows([submitted('C01'), submitted('C01')])).toThrow('C01 has two codings of one document')
  })

  it('may be nobody', () => {
    const tables = unitTables(document, [], ['hero'], 'sentence')
    expect(tables).toMatchObject({ documentId: 'D0001', coders: [] })
    expect(unitTables(document, [], ['hero'], 'sentence').codes[0]?.data.values).toHaveLength(0)
  })
})

describe('boilerplate', () => {
  const printed = documentOf('Sela rose. All rights reserved. She left.')
  const [start, end] = [printed.text.indexOf('All'), printed.text.indexOf(' She')]
  const withRegion = { ...printed, regions: [{ kind: 'boilerplate' as const, start, end }] }

  it('is out of the denominator', () => {
    expect(rows([submitted('C01')], 'sentence', printed)).toHaveLength(3)
    expect(rows([submitted('C01')], 'sentence', withRegion)).toHaveLength(2)
  })

  it('gives its unit no code when only boilerplate is marked', () => {
    const marked = submitted('C01', on(printed, 'rights reserved'))
    expect(rows([marked], 'document', printed)).toEqual([[1]])
    expect(rows([marked], 'document', withRegion)).toEqual([[0]])
  })

  it('other regions count as text', () => {
    const headline = { ...printed, regions: [{ kind: 'headline' as const, start: 0, end: 10 }] }
    expect(rows([submitted('C01')], 'sentence', headline)).toHaveLength(3)
  })
})

describe('compared with the definition, sentence by sentence', () => {
  it('the tables are the same for any spans', () => {
    const kinds = new CharacterKinds(text)
    const span = fc
      .tuple(fc.nat(document.length - 1), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]) => ({ start, end: Math.min(start + length, document.length) }))
    fc.assert(
      fc.property(fc.array(fc.array(span, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), (coders) => {
        const codings = coders.map((spans, i) =>
          submitted(`C0${i}`, ...spans.map((it) => ({ code: 'hero', segments: [it] }))),
        )
        const byDefinition = pairs(document.sentences).map((sentence) =>
          coders.map((spans) => (spans.some((it) => kinds.unitHasSpan(sentence, it)) ? 1 : 0)),
        )
        expect(rows(codings)).toEqual(byDefinition)
        expect(rows(codings).flat()).not.toContain(missing)
      }),
    )
  })
})
