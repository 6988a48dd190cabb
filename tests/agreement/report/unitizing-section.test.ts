import fc from 'fast-check'
import type { Continuum } from '@/lib/agreement/continuum'
import type { ContinuumEstimate } from '@/lib/agreement/continuum-estimate'
import { krippendorffAlphaOfTable } from '@/lib/agreement/krippendorff-alpha'
import { reliabilityData } from '@/lib/agreement/reliability-data'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { unitizingSection } from '@/lib/agreement/report/unitizing-section'
import { meanF1, pairCounts } from '@/lib/agreement/span-f1'
import { matchRate } from '@/lib/agreement/span-matching'
import { uAlpha } from '@/lib/agreement/u-alpha'
import { uAlphaBinary } from '@/lib/agreement/u-alpha-binary'
import { cuAlpha } from '@/lib/agreement/u-alpha-coding'
import { pooledUnitizing } from '@/lib/agreement/u-alpha-family'
import { kuAlpha } from '@/lib/agreement/u-alpha-per-code'
import { arbitraryContinuum, arbitraryPartition, backwards } from '../arbitrary-continuum'
import { codes, spanDocument, spanRequest } from './unitizing-documents'

const names = ['C01', 'C02', 'C03', 'C04']

function section(continua: readonly Continuum[], more: Parameters<typeof spanRequest>[1] = {}) {
  const documents = continua.map((continuum, i) => spanDocument(`D${i + 1}`, continuum))
  const { families, codes: ofCodes } = unitizingSection(groundsOf(spanRequest(documents, more)))
  const [ofFamily] = families
  if (!ofFamily) throw new Error('The section has no family')
  const ofCode = (code: string) => {
    const found = ofCodes.find(({ key }) => key === code)
    if (!found) throw new Error(`The section has no code ${code}`)
    return found
  }
  return { ofFamily, ofCodes, ofCode }
}

/** Documents, each of any two to four of the coders. */
const arbitraryStudy = (arbitraryDocument: typeof arbitraryContinuum) =>
  fc.array(
    fc.subarray(names, { minLength: 2 }).chain((coders) => arbitraryDocument(coders)),
    { minLength: 1, maxLength: 4 },
  )

const marking = (coders: string[], spans: [coder: string, start: number, end: number, code: string][]): Continuum => ({
  length: 30,
  coders,
  spans: spans.map(([coder, start, end, code]) => ({ coder, start, end, code })),
})

/** Equal up to the rounding of sums in another order. */
function same(figure: ContinuumEstimate, expected: ContinuumEstimate) {
  if (expected.value === null) expect(figure).toMatchObject({ value: null, undefined: expected.undefined })
  else expect(figure.value).toBeCloseTo(expected.value, 9)
}

describe('unitizing of a family', () => {
  it('is that of all coders at once, though documents are stored pair by pair', () => {
    fc.assert(
      fc.property(arbitraryStudy(arbitraryPartition), (continua) => {
        const { ofFamily } = section(continua)
        const { sums } = pooledUnitizing(continua, codes)
        same(ofFamily.unitizing, uAlpha(sums))
        same(ofFamily.boundaries, uAlphaBinary(sums))
        same(ofFamily.coding, cuAlpha(sums))
        expect(ofFamily.coding.coverage).toBeCloseTo(cuAlpha(sums).coverage ?? Number.NaN, 9)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves out documents in which a coder stacked codes, except from boundaries, and counts them', () => {
    fc.assert(
      fc.property(arbitraryStudy(arbitraryContinuum), (continua) => {
        const apart = continua.filter((continuum) => pooledUnitizing([continuum], codes).absence === null)
        const asOne = continua.map(({ spans, ...rest }) => ({
          ...rest,
          spans: spans.map((span) => ({ ...span, code: 'any' })),
        }))
        const { ofFamily } = section(continua)
        expect(ofFamily.stackedDocuments).toBe(continua.length - apart.length)
        same(ofFamily.boundaries, uAlphaBinary(pooledUnitizing(asOne, ['any']).sums))
        if (apart.length > 0) same(ofFamily.unitizing, uAlpha(pooledUnitizing(apart, codes).sums))
        else expect(ofFamily.unitizing).toMatchObject({ value: null, undefined: 'stacked_codes' })
      }),
      { numRuns: 40 },
    )
  })

  it('counts annotations, and those united with another one of the same code and coder', () => {
    const { ofFamily, ofCode } = section([
      marking(
        ['C01', 'C02'],
        [
          ['C01', 0, 5, 'hero'],
          ['C01', 3, 9, 'hero'],
          ['C01', 12, 15, 'villain'],
          ['C02', 0, 9, 'hero'],
        ],
      ),
    ])
    expect(ofFamily).toMatchObject({ annotations: 4, united: 2, boundaries: { value: expect.any(Number) } })
    expect(ofCode('hero')).toMatchObject({ annotations: 3, united: 2, boundaries: { value: 1 } })
    expect(ofCode('villain')).toMatchObject({ annotations: 1, united: 0 })
  })

  it('has intervals around its figures, from the bootstrap over documents', () => {
    const continua = Array.from({ length: 12 }, (_, i) =>
      marking(
        ['C01', 'C02'],
        [
          ['C01', i, i + 6, 'hero'],
          ['C02', i, i + 4 + (i % 4), 'hero'],
          ['C01', 20, 24, 'villain'],
          ['C02', 20, 24, i % 5 === 0 ? 'victim' : 'villain'],
        ],
      ),
    )
    const { ofFamily } = section(continua, { replicates: 200 })
    for (const figure of [ofFamily.boundaries, ofFamily.unitizing, ofFamily.coding]) {
      expect(figure.interval.low).toBeLessThan(figure.value ?? Number.NaN)
      expect(figure.interval.high).toBeGreaterThan(figure.value ?? Number.NaN)
    }
  })

  it('has no interval where one document has two coders', () => {
    const { ofFamily } = section([marking(['C01', 'C02'], [['C01', 0, 5, 'hero']])])
    expect(ofFamily.boundaries.interval).toEqual({ low: null, high: null, undefined: 'one_document' })
  })

  it('refuses documents that rest on different codes', () => {
    const [one, other] = [1, 2].map((i) => spanDocument(`D${i}`, marking(['C01', 'C02'], [])))
    const shortened = {
      ...other?.families.character,
      codes: ['hero'],
      unitizing: [],
      relevant: [],
      confusion: { values: [], cells: [] },
    }
    if (!one || !other) throw new Error('There are two documents')
    const documents = [one, { ...other, families: { character: shortened } }]
    expect(() => unitizingSection(groundsOf(spanRequest(documents)))).toThrow('different codes')
  })
})

describe('unitizing of a code', () => {
  it('equals the coefficients of raw spans', () => {
    fc.assert(
      fc.property(arbitraryStudy(arbitraryPartition), (continua) => {
        const { ofCode } = section(continua)
        const whole = pooledUnitizing(continua, codes).sums
        codes.forEach((code, i) => {
          const figures = ofCode(code)
          const only = continua.map((one) => ({ ...one, spans: one.spans.filter((span) => span.code === code) }))
          same(figures.boundaries, uAlphaBinary(pooledUnitizing(only, [code]).sums))
          same(figures.withinFamily, kuAlpha(whole, i + 1))
          same(figures.f1.exact, meanF1(pairCounts(only, names, 'exact')))
          same(figures.f1.iou50, meanF1(pairCounts(only, names, { iou: 0.5 })))
          same(figures.f1.overlap, meanF1(pairCounts(only, names, 'overlap')))
          same(figures.matchRate, matchRate(only))
        })
      }),
      { numRuns: 40 },
    )
  })

  it('has the alpha of a table with one row per character', () => {
    fc.assert(
      fc.property(arbitraryStudy(arbitraryContinuum), (continua) => {
        const rows = continua.flatMap(({ length, coders, spans }) =>
          Array.from({ length }, (_, at) =>
            names.map((name) => {
              const marked = spans.some(
                ({ coder, code, start, end }) => coder === name && code === 'hero' && start <= at && at < end,
              )
              return coders.includes(name) ? Number(marked) : null
            }),
          ),
        )
        const { alpha } = krippendorffAlphaOfTable(reliabilityData(rows, [0, 1]))
        same(section(continua).ofCode('hero').characterAlpha, alpha)
      }),
      { numRuns: 30 },
    )
  })

  it('tells how far boundaries lie apart, whoever lies ahead', () => {
    const { ofCode } = section([
      {
        ...marking(
          ['C01', 'C02'],
          [
            ['C01', 2, 100, 'hero'],
            ['C02', 0, 9, 'hero'],
          ],
        ),
        length: 100,
      },
      marking(
        ['C01', 'C02'],
        [
          ['C01', 0, 7, 'hero'],
          ['C02', 2, 7, 'hero'],
        ],
      ),
    ])
    const { starts, ends } = ofCode('hero')
    expect(starts).toEqual([0, 0, 2, ...Array.from({ length: 49 }, () => 0)])
    expect(ends).toEqual([1, ...Array.from({ length: 50 }, () => 0), 1])
  })
})

describe('the section on unitizing', () => {
  it('is undefined with its reason where nobody marked anything', () => {
    const { ofFamily, ofCode } = section([marking(['C01', 'C02'], []), marking(['C01', 'C02'], [])])
    const undefinedFigure = { value: null, undefined: 'no_span' }
    expect(ofFamily).toMatchObject({ boundaries: undefinedFigure, unitizing: undefinedFigure, coding: undefinedFigure })
    expect(ofCode('hero')).toMatchObject({ matchRate: undefinedFigure, f1: { exact: undefinedFigure } })
    expect(ofCode('hero').characterAlpha).toEqual({ value: null, undefined: 'no_variation' })
  })

  it('is no agreement where one coder marked nothing', () => {
    const { ofFamily, ofCode } = section([marking(['C01', 'C02'], [['C01', 0, 5, 'hero']])])
    expect(ofFamily.boundaries.value).toBeLessThanOrEqual(0)
    expect(ofFamily.coding).toMatchObject({ value: null, undefined: 'no_shared_text', coverage: 0 })
    expect(ofCode('hero')).toMatchObject({ f1: { overlap: { value: 0 } }, matchRate: { value: 0 } })
  })

  it('gives the reason for everything where no document has two coders', () => {
    const { ofFamily, ofCodes } = section([marking(['C01'], []), marking(['C02'], [])])
    const undefinedFigure = { value: null, undefined: 'no_overlap' }
    expect(ofFamily).toMatchObject({ boundaries: undefinedFigure, unitizing: undefinedFigure, coding: undefinedFigure })
    expect(ofCodes).toHaveLength(codes.length)
    for (const ofCode of ofCodes) {
      expect(ofCode).toMatchObject({ withinFamily: undefinedFigure, matchRate: undefinedFigure })
      expect(ofCode).toMatchObject({ characterAlpha: undefinedFigure, f1: { exact: undefinedFigure } })
    }
  })

  it('of some of the coders is that of documents which only they coded', () => {
    fc.assert(
      fc.property(fc.array(arbitraryContinuum(names), { minLength: 1, maxLength: 3 }), (continua) => {
        const chosen = ['C01', 'C03', 'C04']
        const recounted = continua.map((continuum) => ({
          ...continuum,
          coders: chosen,
          spans: continuum.spans.filter(({ coder }) => chosen.includes(coder)),
        }))
        expect(section(continua, { coders: chosen })).toEqual(
          expect.objectContaining({
            ofFamily: section(recounted).ofFamily,
            ofCodes: section(recounted).ofCodes,
          }),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('does not depend on the order of documents, coders and spans', () => {
    fc.assert(
      fc.property(fc.array(arbitraryContinuum(names.slice(0, 3)), { minLength: 1, maxLength: 3 }), (continua) => {
        const documents = continua.map((continuum, i) => spanDocument(`D${i + 1}`, continuum))
        const turned = continua.map((continuum, i) => spanDocument(`D${i + 1}`, backwards(continuum)))
        const request = spanRequest(documents)
        const other = { ...request, documents: turned.reverse(), coders: [...request.coders].reverse() }
        const { families, codes: ofCodes } = unitizingSection(groundsOf(request))
        const again = unitizingSection(groundsOf(other))
        expect(again.families).toEqual(families)
        expect(again.codes.map(({ starts: _, ends: __, ...rest }) => rest)).toEqual(
          ofCodes.map(({ starts: _, ends: __, ...rest }) => rest),
        )
      }),
      { numRuns: 30 },
    )
  })
})
