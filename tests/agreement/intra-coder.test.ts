import fc from 'fast-check'
import { cohenKappa } from '@/lib/agreement/cohen-kappa'
import { intraCoderAgreement, type Occasion } from '@/lib/agreement/intra-coder'
import { bruteForceAlpha, numberDifferences } from './alpha-oracle'

const resampling = { seed: 1, replicates: 500 }
const dayOf = (day: number) => new Date(Date.UTC(2031, 2, 1 + day))

/** Units as 0 and 1. */
function occasion(documentId: string, units: string, day = 0): Occasion {
  return { documentId, present: Array.from(units, (unit) => unit === '1'), submittedAt: dayOf(day) }
}

describe('a coder against the own earlier coding', () => {
  it('has the alpha, kappa and percent of two coders who are the two occasions', () => {
    const units = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(units, { maxLength: 5 }), (documents) => {
        const at = (place: 0 | 1) =>
          documents.map((of, i) => ({
            documentId: `D${i}`,
            present: of.map((pair) => pair[place]),
            submittedAt: dayOf(0),
          }))
        const figures = intraCoderAgreement(at(0), at(1), { seed: 1, replicates: 0 })
        const all = documents.flat().map(([before, after]) => [Number(before), Number(after)])
        const oracle = bruteForceAlpha(all, numberDifferences.nominal)

        expect(figures.units).toBe(all.length)
        if (oracle === null) expect(figures.alpha.value).toBeNull()
        else expect(figures.alpha.value).toBeCloseTo(oracle, 9)
        const count = (before: number, after: number) => all.filter(([b, a]) => b === before && a === after).length
        expect(figures.kappa.value).toBe(cohenKappa([count(0, 0), count(0, 1), count(1, 0), count(1, 1)]).value)
        expect(figures.percent.value).toBe(all.length === 0 ? null : (count(0, 0) + count(1, 1)) / all.length)
      }),
    )
  })

  it('pools the documents: ten units in two documents give the .095 of Krippendorff (2011)', () => {
    const figures = intraCoderAgreement(
      [occasion('D0001', '01000'), occasion('D0002', '00010')],
      [occasion('D0002', '10000', 20), occasion('D0001', '11100', 14)],
      resampling,
    )

    expect(figures).toMatchObject({
      documents: 2,
      units: 10,
      percent: { value: 0.6 },
      lag: { shortest: 14, longest: 20 },
    })
    expect(figures.alpha.value).toBeCloseTo(0.0952, 4)
    expect(figures.kappa.value).toBeCloseTo(0.0909, 4)
  })

  it('leaves out documents coded on one occasion only', () => {
    const both = intraCoderAgreement([occasion('D0001', '0110')], [occasion('D0001', '0100')], resampling)
    const more = intraCoderAgreement(
      [occasion('D0001', '0110'), occasion('D0002', '1111')],
      [occasion('D0001', '0100'), occasion('D0003', '0000')],
      resampling,
    )

    expect(more).toEqual(both)
  })

  it('is undefined without a document coded twice, with the reason', () => {
    const figures = intraCoderAgreement([occasion('D0001', '0110')], [occasion('D0002', '0110')], resampling)

    expect(figures).toMatchObject({
      documents: 0,
      percent: { value: null, undefined: 'no_pairable_unit' },
      kappa: { value: null, undefined: 'no_pairable_unit' },
      alpha: { value: null, undefined: 'no_pairable_unit' },
      interval: { low: null, undefined: 'no_estimate' },
      lag: null,
    })
  })

  it('has no alpha, but full agreement in percent, when nothing was marked on either occasion', () => {
    const figures = intraCoderAgreement([occasion('D0001', '000')], [occasion('D0001', '000')], resampling)

    expect(figures.percent).toEqual({ value: 1 })
    expect(figures.alpha).toMatchObject({ value: null, undefined: 'no_variation' })
  })

  it('has an interval over documents, the same for a seed whatever their order, and none from a single document', () => {
    const earlier = Array.from({ length: 8 }, (_, i) => occasion(`D${i}`, i % 3 === 0 ? '1100' : '0110'))
    const later = Array.from({ length: 8 }, (_, i) => occasion(`D${i}`, i % 4 === 0 ? '1000' : '0110'))
    const { alpha, interval } = intraCoderAgreement(earlier, later, resampling)

    expect(interval.low ?? 2).toBeLessThan(alpha.value ?? -2)
    expect(interval.high ?? -2).toBeGreaterThan(alpha.value ?? 2)
    expect(intraCoderAgreement(earlier.toReversed(), later, resampling).interval).toEqual(interval)
    const single = intraCoderAgreement(earlier.slice(0, 1), later.slice(0, 1), resampling)
    expect(single.interval).toMatchObject({ undefined: 'one_document' })
  })

  it('refuses a document that is there twice, or has other units on the second occasion', () => {
    const twice = [occasion('D0001', '01'), occasion('D0001', '01')]

    expect(() => intraCoderAgreement(twice, [], resampling)).toThrow(RangeError)
    expect(() => intraCoderAgreement([occasion('D0001', '01')], [occasion('D0001', '011')], resampling)).toThrow(
      'D0001',
    )
  })
})
