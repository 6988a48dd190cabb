import fc from 'fast-check'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { withoutCoderSection } from '@/lib/agreement/report/without-coder'
import { bruteForceAlpha, numberDifferences } from '../alpha-oracle'
import { type Marks, markedDocument, markedRequest, unitsOfMarks } from './marked-documents'

const sectionOf = (documents: readonly ReturnType<typeof markedDocument>[], codes = ['hero']) =>
  withoutCoderSection(groundsOf(markedRequest(documents, codes)))

const without = (marks: Marks, coder: string): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([other]) => other !== coder))

/** Units of two or more coders. */
const pooled = (documents: readonly Marks[]) =>
  documents.flatMap((marks) => (Object.keys(marks).length < 2 ? [] : unitsOfMarks(marks)))

describe('alpha without a coder', () => {
  it('is alpha over the codings of all others, whoever coded what', () => {
    const cast = fc.subarray(['C01', 'C02', 'C03', 'C04'], { minLength: 2 })
    const document = fc.tuple(
      cast,
      fc.array(fc.tuple(...Array.from({ length: 4 }, () => fc.boolean())), { minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), (drawn) => {
        const marks = drawn.map(([coders, rows]) =>
          Object.fromEntries(coders.map((coder, place) => [coder, rows.map((row) => Number(row[place])).join('')])),
        )
        const documents = marks.map((of, i) => markedDocument(`D${i}`, { hero: of }))
        for (const { coder, alpha, change } of sectionOf(documents)) {
          const expected = bruteForceAlpha(pooled(marks.map((of) => without(of, coder))), numberDifferences.nominal)
          const all = bruteForceAlpha(pooled(marks), numberDifferences.nominal)

          if (expected === null) expect(alpha.value).toBeNull()
          else expect(alpha.value).toBeCloseTo(expected, 9)
          if (expected === null || all === null) expect(change).toBeNull()
          else expect(change).toBeCloseTo(expected - all, 9)
        }
      }),
    )
  })

  it('rises most without the coder who disagrees with everybody', () => {
    const documents = [
      markedDocument('D0001', { hero: { C01: '01100', C02: '01100', C03: '10011' } }),
      markedDocument('D0002', { hero: { C01: '00010', C02: '00010', C03: '11000' } }),
    ]
    const changes = sectionOf(documents).map(({ coder, change }) => [coder, change ?? Number.NaN] as const)

    expect(changes.find(([coder]) => coder === 'C03')?.[1]).toBeGreaterThan(0.5)
    expect(changes.filter(([, change]) => change > 0)).toHaveLength(1)
  })

  it('stands coder by coder, code by code', () => {
    const marks = { C01: '01', C02: '01', C03: '11' }
    const rows = sectionOf([markedDocument('D0001', { hero: marks, villain: marks })], ['hero', 'villain'])

    expect(rows.map(({ coder, code }) => `${coder} ${code}`)).toEqual([
      'C01 hero',
      'C01 villain',
      'C02 hero',
      'C02 villain',
      'C03 hero',
      'C03 villain',
    ])
  })

  it('is undefined, with the reason, where the others share no document or show no variation', () => {
    const documents = [
      markedDocument('D0001', { hero: { C01: '01', C02: '01' } }),
      markedDocument('D0002', { hero: { C01: '00', C03: '00' } }),
    ]
    const alphas = Object.fromEntries(
      sectionOf(documents).map(({ coder, alpha, change }) => [coder, { alpha, change }]),
    )

    expect(alphas.C01).toEqual({ alpha: { value: null, undefined: 'no_pairable_unit' }, change: null })
    expect(alphas.C02).toEqual({ alpha: { value: null, undefined: 'no_variation' }, change: null })
  })

  it('is not given with two coders, also when a third is asked for who shares no document', () => {
    const documents = [markedDocument('D0001', { hero: { C01: '01', C02: '01' } })]

    expect(sectionOf(documents)).toEqual([])
    expect(
      withoutCoderSection(groundsOf(markedRequest(documents, ['hero'], { coders: ['C01', 'C02', 'C03'] }))),
    ).toEqual([])
  })
})
