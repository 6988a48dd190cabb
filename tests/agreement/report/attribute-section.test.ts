import fc from 'fast-check'
import { brennanPredigerOfTable } from '@/lib/agreement/brennan-prediger'
import { cohenKappa } from '@/lib/agreement/cohen-kappa'
import { contingencies } from '@/lib/agreement/contingencies'
import type { ContinuumEstimate } from '@/lib/agreement/continuum-estimate'
import { fleissKappaOfTable } from '@/lib/agreement/fleiss-kappa'
import { gwetAcOfTable } from '@/lib/agreement/gwet-ac'
import { percentAgreementOfTable } from '@/lib/agreement/percent-agreement'
import { reliabilityData } from '@/lib/agreement/reliability-data'
import type { MeasurementLevel, ReportedAttribute, ReportRequest } from '@/lib/agreement/report/agreement-report'
import { attributeSection } from '@/lib/agreement/report/attribute-section'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { bruteForceAlpha, numberDifferences, setDifferences } from '../alpha-oracle'
import { reordered } from '../arbitrary-data'
import {
  arbitraryMarked,
  attributeDocument,
  attributeRequest,
  type Mark,
  type Marked,
  partners,
} from './attribute-documents'

function agreement(
  marked: readonly Marked[],
  attribute: Partial<ReportedAttribute> = {},
  more: Partial<ReportRequest> = {},
) {
  const documents = marked.map((document, i) => attributeDocument(`D${i + 1}`, document))
  const [row] = attributeSection(groundsOf(attributeRequest(documents, attribute, more)))
  if (!row) throw new Error('The section has no attribute')
  return row
}

/** Two values each: what two coders gave to annotations that are partners. */
function units(marked: readonly Marked[], rule: 'overlap' | 'iou50' = 'overlap') {
  return marked.flatMap((document) =>
    partners(document, rule).flatMap(({ one, other }) => (one === null || other === null ? [] : [[one, other]])),
  )
}

/** A document of two coders who marked the same places. */
const both = (...values: (readonly [string | null, string | null])[]): Marked => ({
  coders: ['C01', 'C02'],
  places: values.map((pair) => ({
    code: 'hero',
    close: true,
    marks: pair.map((value): Mark => (value === null ? null : { value })),
  })),
})

function same(figure: ContinuumEstimate, expected: number | null) {
  if (expected === null) expect(figure.value).toBeNull()
  else expect(figure.value).toBeCloseTo(expected, 9)
}

describe('agreement on an attribute', () => {
  const values = ['1', '2', '3', '7']
  const order = [...values].reverse()
  const ordinal = numberDifferences.ordinal
  const asNumbers = (differenceAmong: typeof ordinal) => (all: readonly string[]) => {
    const difference = differenceAmong(all.map(Number))
    return (one: string, other: string) => difference(Number(one), Number(other))
  }
  const byRank = asNumbers(ordinal)
  const levels: [MeasurementLevel, typeof byRank, Partial<ReportedAttribute>][] = [
    ['nominal', asNumbers(numberDifferences.nominal), {}],
    ['ordinal', byRank, { order }],
    ['ordinal', byRank, {}],
    ['interval', asNumbers(numberDifferences.interval), {}],
    ['ratio', asNumbers(numberDifferences.ratio), {}],
  ]

  it.each(levels)('has the %s alpha of a table with one row per matched pair', (level, differenceAmong, more) => {
    fc.assert(
      fc.property(arbitraryMarked(values), (marked) => {
        const row = agreement(marked, { level, ...more }, { replicates: 3 })
        same(row.alpha, bruteForceAlpha(units(marked), differenceAmong))
        same(row.strict.alpha, bruteForceAlpha(units(marked, 'iou50'), differenceAmong))
        expect(row.units).toBe(units(marked).length)
        expect(row.strict.units).toBe(units(marked, 'iou50').length)
      }),
      { numRuns: 60 },
    )
  })

  it('compares sets of values by MASI', () => {
    const masi = setDifferences.masi()
    const codesOf = (text: string) => text.split('|')
    fc.assert(
      fc.property(arbitraryMarked(['a', 'b', 'a|b', 'a|b|c', 'c|d']), (marked) => {
        const row = agreement(marked, { level: 'nominal_set' }, { replicates: 3 })
        same(
          row.alpha,
          bruteForceAlpha(units(marked), () => (one, other) => masi(codesOf(one), codesOf(other))),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('has the other coefficients of that table', () => {
    fc.assert(
      fc.property(arbitraryMarked(['a', 'b', 'c']), (marked) => {
        const row = agreement(marked, {}, { replicates: 3 })
        const table = reliabilityData(units(marked))
        same(row.percent, percentAgreementOfTable(table).value)
        same(row.fleissKappa, fleissKappaOfTable(table).value)
        same(row.gwetAc1, gwetAcOfTable(table).value)
        same(row.brennanPrediger, brennanPredigerOfTable(table).value)
      }),
    )
  })

  it('has kappa, percent and alpha of each pair of coders over the documents both finished', () => {
    fc.assert(
      fc.property(arbitraryMarked(['a', 'b', 'c']), (marked) => {
        const row = agreement(marked, {}, { replicates: 3 })
        for (const { coders, units: often, kappa, percent, alpha } of row.kappa.pairs) {
          const ofPair = marked
            .flatMap((document) => partners(document, 'overlap'))
            .filter((pair) => pair.coders.join() === coders.join())
            .flatMap(({ one, other }) => (one === null || other === null ? [] : [[one, other]]))
          const table = reliabilityData(ofPair)
          expect(often).toBe(ofPair.length)
          same(kappa, ofPair.length === 0 ? null : cohenKappa(contingencies(table)[0] ?? []).value)
          same(percent, percentAgreementOfTable(table).value)
          same(
            alpha,
            bruteForceAlpha(ofPair, () => (one, other) => Number(one !== other)),
          )
        }
      }),
    )
  })

  it('never comes without the share of annotations that have a partner', () => {
    const {
      matchRate,
      matched,
      strict,
      units: often,
      missingValues,
    } = agreement([
      {
        coders: ['C01', 'C02'],
        places: [
          { code: 'hero', close: true, marks: [{ value: 'a' }, { value: 'a' }] },
          { code: 'hero', close: false, marks: [{ value: 'a' }, { value: 'b' }] },
          { code: 'villain', close: true, marks: [{ value: 'a' }, null] },
          { code: 'villain', close: true, marks: [null, null] },
          { code: 'villain', close: true, marks: [{ value: 'b' }, 'no annotation'] },
          { code: 'hero', close: true, marks: ['no annotation', { value: 'b' }] },
        ],
      },
    ])
    expect({ matchRate, matched, often, missingValues }).toEqual({
      ...{ matchRate: { value: 0.8 }, matched: 4, often: 2, missingValues: 1 },
    })
    expect(strict).toEqual({ matchRate: { value: 0.6 }, units: 1, alpha: { value: null, undefined: 'no_variation' } })
  })

  it('rests on the codes asked for', () => {
    const marked: Marked[] = [
      {
        coders: ['C01', 'C02'],
        places: [
          { code: 'hero', close: true, marks: [{ value: 'a' }, { value: 'a' }] },
          { code: 'villain', close: true, marks: [{ value: 'a' }, { value: 'b' }] },
        ],
      },
    ]
    expect(agreement(marked).percent).toEqual({ value: 0.5 })
    expect(agreement(marked, { codes: ['hero'] })).toMatchObject({ codes: ['hero'], units: 1, percent: { value: 1 } })
  })

  it('has an interval and a verdict by the bootstrap over documents', () => {
    const marked = Array.from({ length: 20 }, (_, i) => both(['a', i % 5 === 0 ? 'b' : 'a'], ['b', 'b'], ['c', 'c']))
    const row = agreement(marked, { alphaMin: 0.667 }, { replicates: 200 })
    expect(row.alpha.interval.low).toBeLessThan(row.alpha.value ?? Number.NaN)
    expect(row.alpha.interval.high).toBeGreaterThan(row.alpha.value ?? Number.NaN)
    expect(row.verdict.word).toBe('meets')
  })

  it('knows which values are confused, in their order and whoever gave which', () => {
    const { confusion } = agreement([both(['low', 'high'], ['high', 'low'], ['mid', 'mid'], ['low', null])], {
      level: 'ordinal',
      order: ['low', 'mid', 'high', 'none'],
    })
    expect(confusion).toEqual({
      values: ['low', 'mid', 'high'],
      valuesLeftOut: 0,
      counts: [
        [0, 0, 2],
        [0, 1, 0],
        [2, 0, 0],
      ],
    })
  })

  it('takes a number as the same however it is written', () => {
    expect(agreement([both(['10', '10.0'], ['3', '3'])], { level: 'ratio' })).toMatchObject({
      ...{ percent: { value: 1 }, alpha: { value: 1 }, confusion: { values: ['10', '3'] } },
    })
  })
})

describe('agreement on an attribute is undefined with its reason', () => {
  const undefinedAlpha = (reason: string) => ({ value: null, undefined: reason })

  it('where the attribute was never given', () => {
    const row = agreement([both([null, null]), both([null, null])])
    expect(row.alpha).toMatchObject(undefinedAlpha('no_pairable_unit'))
    expect(row).toMatchObject({ units: 0, matched: 2, matchRate: { value: 1 }, missingValues: 0 })
    expect(row.verdict.word).toBe('not_computable')
  })

  it('where nobody marked anything', () => {
    const row = agreement([{ coders: ['C01', 'C02'], places: [] }])
    expect(row.alpha).toMatchObject(undefinedAlpha('no_pairable_unit'))
    expect(row.matchRate).toEqual({ value: null, undefined: 'no_span' })
  })

  it('where all values are equal, though coders agree in all of them', () => {
    const row = agreement([both(['a', 'a'], ['a', 'a']), both(['a', 'a'])])
    expect(row.alpha).toMatchObject(undefinedAlpha('no_variation'))
    expect(row.percent).toEqual({ value: 1 })
  })

  it('where no document has two coders', () => {
    const row = agreement([
      { coders: ['C01'], places: [] },
      { coders: ['C02'], places: [] },
    ])
    expect(row.alpha).toMatchObject(undefinedAlpha('no_overlap'))
    expect(row.matchRate).toEqual({ value: null, undefined: 'no_overlap' })
    expect(row.strict.alpha).toEqual({ value: null, undefined: 'no_overlap' })
  })

  it.each([
    ['not_numeric', 'interval', 'many'],
    ['not_numeric', 'ratio', ''],
    ['negative_value', 'ratio', '-3'],
    ['not_ordered', 'ordinal', 'many'],
  ] as const)('as %s where an %s attribute has the value "%s"', (reason, level, value) => {
    const row = agreement([both(['1', '2'], ['1', value])], {
      level,
      ...(level === 'ordinal' ? { order: ['1', '2'] } : {}),
    })
    expect(row.alpha).toMatchObject(undefinedAlpha(reason))
    expect(row.strict.alpha).toEqual(undefinedAlpha(reason))
  })

  it('for numbers, as far as coefficients need categories', () => {
    const row = agreement([both(['1', '2'], ['3', '3'])], { level: 'interval' })
    for (const figure of [row.fleissKappa, row.gwetAc1, row.brennanPrediger, row.scottPi, row.kappa.mean]) {
      expect(figure).toEqual(undefinedAlpha('not_categories'))
    }
  })
})

describe('the section on attributes', () => {
  it('of some coders is that of documents which only they coded', () => {
    const chosen = ['C01', 'C03']
    fc.assert(
      fc.property(arbitraryMarked(['a', 'b', 'c']), (marked) => {
        const recounted = marked.map(({ coders, places }) => ({
          coders: coders.filter((coder) => chosen.includes(coder)),
          places: places.map((place) => ({
            ...place,
            marks: place.marks.filter((_, i) => chosen.includes(coders[i] ?? '')),
          })),
        }))
        expect(agreement(marked, {}, { coders: chosen })).toEqual(agreement(recounted, {}, { coders: chosen }))
      }),
    )
  })

  it('does not depend on which coder comes first, nor on the order of documents', () => {
    fc.assert(
      fc.property(
        arbitraryMarked(['1', '2', '5']),
        fc.constantFrom('nominal' as const, 'interval' as const),
        fc.nat(),
        (marked, level, key) => {
          const last = { C01: 'C03', C02: 'C02', C03: 'C01' } as Record<string, string>
          const turned = marked.map(({ coders, places }) => ({
            coders: coders.map((coder) => last[coder] ?? '').reverse(),
            places: places.map((place) => ({ ...place, marks: [...place.marks].reverse() })),
          }))
          const documents = turned.map((document, i) => attributeDocument(`D${i + 1}`, document))
          const request = attributeRequest(reordered(documents, [key, 3, 1]), { level }, { replicates: 20 })
          const [again] = attributeSection(groundsOf(request))
          const { kappa, ...figures } = agreement(marked, { level }, { replicates: 20 })
          if (!again) throw new Error('The section has no attribute')
          expect({ ...again, kappa: null }).toEqual({ ...figures, kappa: null })
          expect(again.kappa.pairs.map(({ units: often }) => often).reverse()).toEqual(
            kappa.pairs.map(({ units: often }) => often),
          )
        },
      ),
    )
  })

  it('stands open vocabularies: hundreds of names', () => {
    const name = (number: number) => `Ostania ${number % 800}`
    const marked = Array.from({ length: 60 }, (_, i) =>
      both(
        ...Array.from(
          { length: 20 },
          (_, j) => [name(i * 7 + j * 151), name(i * 7 + j * (j % 4 === 0 ? 149 : 151))] as const,
        ),
      ),
    )
    const row = agreement(marked, {}, { replicates: 200 })
    expect(row.alpha.value).toBeCloseTo(nominalAlpha(units(marked)), 9)
    expect(row.alpha.interval.low).toBeLessThan(row.alpha.value ?? Number.NaN)
    expect(row.confusion).toMatchObject({ values: { length: 50 }, counts: { length: 50 } })
    expect(row.confusion.valuesLeftOut).toBeGreaterThan(500)
  })
})

/** 1 - (n - 1) differing / (n^2 - sum n_c^2), for many values. */
function nominalAlpha(pairs: readonly string[][]): number {
  const all = pairs.flat()
  const often = new Map<string, number>()
  for (const value of all) often.set(value, (often.get(value) ?? 0) + 1)
  const chance = all.length ** 2 - [...often.values()].reduce((sum, count) => sum + count * count, 0)
  const differing = 2 * pairs.filter(([one, other]) => one !== other).length
  return 1 - ((all.length - 1) * differing) / chance
}
