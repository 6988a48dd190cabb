import fc from 'fast-check'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { documentOf } from '../unit-studies'
import { arbitraryStudy, codebook, codes, coding, words } from './submitted-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!')

/** Any order of these. */
const shuffled = <Thing>(things: readonly Thing[]) =>
  fc.shuffledSubarray([...things], { minLength: things.length, maxLength: things.length })

describe('what a document contributes', () => {
  it('is the same after it was stored as JSON', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const statistics = documentStatistics(document, codings, codebook)
        expect(JSON.parse(JSON.stringify(statistics))).toEqual(statistics)
      }),
    )
  })

  it('does not depend on the order of codings, annotations and attributes', () => {
    const reordered = arbitraryStudy.chain(({ document, codings }) =>
      fc.record({
        document: fc.constant(document),
        codings: fc.constant(codings),
        other: fc
          .tuple(...codings.map((one) => shuffled(one.annotations).map((annotations) => ({ ...one, annotations }))))
          .chain(shuffled)
          .map((some) =>
            some.map((one) => ({
              ...one,
              annotations: one.annotations.map((it) => ({
                ...it,
                attributes: Object.fromEntries(Object.entries(it.attributes).reverse()),
              })),
            })),
          ),
      }),
    )
    fc.assert(
      fc.property(reordered, ({ document, codings, other }) => {
        const text = (some: typeof codings) => JSON.stringify(documentStatistics(document, some, codebook))
        expect(text(other)).toBe(text(codings))
      }),
    )
  })

  it('of two coders is their part of what more coders contribute: nobody leaves a trace in another’s figures', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        fc.pre(codings.length >= 2)
        const [all, two] = [codings, codings.slice(0, 2)].map((some) => documentStatistics(document, some, codebook))
        for (const code of codes) {
          for (const rule of ['exact', 'iou50', 'overlap'] as const) {
            expect(two?.codes[code]?.matched[rule][0]).toBe(all?.codes[code]?.matched[rule][0])
          }
          expect(two?.codes[code]?.unitizing[0]).toEqual(all?.codes[code]?.unitizing[0])
          const found = two?.levels.sentence.presence[code] ?? [0, 0, 0]
          expect(found).toEqual(all?.levels.sentence.presence[code]?.slice(0, 3) ?? [0, 0, 0])
        }
        const names = JSON.stringify(two)
        for (const { coder } of codings.slice(2)) expect(names).not.toContain(coder)
      }),
    )
  })

  it('names the document as exports do, its coders in order, and its words', () => {
    const statistics = documentStatistics({ ...document, number: 7 }, [coding('C03'), coding('C01')], codebook)
    expect(statistics).toMatchObject({ documentId: 'D0007', coders: ['C01', 'C03'], words: 7 })
  })

  it('refuses two codings of one coder', () => {
    expect(() => documentStatistics(document, [coding('C01'), coding('C01')], codebook)).toThrow(
      'C01 has two codings of one document',
    )
  })

  it('of a coder who found nothing is zeros', () => {
    const found = documentStatistics(document, [coding('C01', words(document, 'Sela')), coding('C02')], codebook)
    expect(found.levels.token.presence.hero).toEqual([1, 0, 0])
    expect(found.codes.hero).toMatchObject({ annotations: [1, 0], matched: { overlap: [0] }, offsets: [] })
    expect(found.codes.villain).toMatchObject({ annotations: [0, 0], united: [0, 0], matched: { exact: [0] } })
    expect(found.numbers['count:hero']).toEqual([1, 0])
  })

  it('of one coder holds no pair, and of nobody no coder', () => {
    const alone = documentStatistics(document, [coding('C01', words(document, 'Sela'))], codebook)
    expect(alone.codes.hero).toMatchObject({ annotations: [1], matched: { exact: [] }, offsets: [], unitizing: [] })
    expect(alone.levels.sentence).toMatchObject({ units: 2, presence: { hero: [] } })
    expect(alone.families.character).toMatchObject({ unitizing: [], relevant: [] })
    const nobody = documentStatistics(document, [], codebook)
    expect(nobody).toMatchObject({ coders: [], words: 7, levels: { token: { units: 7, presence: {} } } })
    expect(nobody.numbers['count:hero']).toEqual([])
  })

  it('of an empty text has no unit and no word', () => {
    const empty = documentOf('')
    const statistics = documentStatistics(empty, [coding('C01'), coding('C02')], codebook)
    expect(statistics).toMatchObject({ words: 0, levels: { character: { units: 0 }, document: { units: 0 } } })
    expect(statistics.levels.document.sets.character).toEqual({ values: [], cells: [] })
  })

  it('has one value per coder of each enabled variable of the document', () => {
    const [one, other] = [coding('C01'), coding('C02')]
    const filled = [
      {
        ...one,
        variables: [
          { variable: 'genre', value: ['essay', 'news'] },
          { variable: 'old', value: true },
        ],
      },
      { ...other, variables: [{ variable: 'valence', value: 1 }] },
    ]
    expect(documentStatistics(document, filled, codebook).variables).toEqual({
      genre: ['essay|news', null],
      valence: [null, '1'],
      focus: [null, null],
    })
  })
})
