import { driftSection } from '@/lib/agreement/report/drift'
import { groundsOf } from '@/lib/agreement/report/grounds'
import { bruteForceAlpha, numberDifferences } from '../alpha-oracle'
import { type Marks, markedDocument, markedRequest, unitsOfMarks } from './marked-documents'

const idOf = (i: number) => `D${String(i).padStart(4, '0')}`

/** Coders who agree in the first `good` documents, and then no more. */
function course(documents: number, good: number): Marks[] {
  return Array.from({ length: documents }, (_, i) => ({
    C01: i % 2 === 0 ? '0110' : '1000',
    C02: i < good ? (i % 2 === 0 ? '0110' : '1000') : i % 3 === 0 ? '1001' : '0011',
  }))
}

function driftOf(marks: readonly Marks[], completed?: readonly string[], codes = ['hero']) {
  const documents = marks.map((of, i) => markedDocument(idOf(i), Object.fromEntries(codes.map((code) => [code, of]))))
  return driftSection(groundsOf(markedRequest(documents, codes, completed ? { completed } : {})))
}

describe('alpha over time', () => {
  const marks = course(25, 14)
  const order = marks.map((_, i) => idOf(i))

  it('is alpha of ten documents, window by window along the order of completion', () => {
    const [series] = driftOf(marks, order)

    expect(series?.points).toHaveLength(16)
    series?.points.forEach(({ from, to, lastDocument, alpha }, i) => {
      const expected = bruteForceAlpha(marks.slice(i, i + 10).flatMap(unitsOfMarks), numberDifferences.nominal)

      expect({ from, to, lastDocument }).toEqual({ from: i + 1, to: i + 10, lastDocument: idOf(i + 9) })
      expect(alpha.value).toBeCloseTo(expected ?? Number.NaN, 9)
    })
  })

  it('follows the order of completion, not that of the documents', () => {
    const [forwards] = driftOf(marks, order)
    const [backwards] = driftOf(marks, order.toReversed())

    expect(forwards?.points[0]?.alpha).toEqual({ value: 1 })
    expect(backwards?.points.at(-1)?.alpha).toEqual({ value: 1 })
    expect(backwards?.points[0]?.lastDocument).toBe(idOf(15))
  })

  it('has intervals over the documents of the window, the same for a seed', () => {
    const [series] = driftOf(marks, order)
    const mixed = series?.points[10]

    expect(mixed?.interval.low ?? 2).toBeLessThan(mixed?.alpha.value ?? -2)
    expect(mixed?.interval.high ?? -2).toBeGreaterThan(mixed?.alpha.value ?? 2)
    expect(driftOf(marks, order)[0]).toEqual(series)
  })

  it('has a series per code', () => {
    expect(driftOf(marks, order, ['hero', 'villain']).map(({ code }) => code)).toEqual(['hero', 'villain'])
  })

  it('has no figure, but its reason, where nobody marked anything in the window', () => {
    const silent = Array.from({ length: 12 }, () => ({ C01: '00', C02: '00' }))
    const [series] = driftOf(
      silent,
      silent.map((_, i) => idOf(i)),
    )

    expect(series?.points[0]).toMatchObject({
      alpha: { value: null, undefined: 'no_variation' },
      interval: { low: null, undefined: 'no_estimate' },
    })
  })

  it('is empty with fewer than twelve documents in the order, and without an order', () => {
    expect(driftOf(marks.slice(0, 11), order.slice(0, 11))).toEqual([])
    expect(driftOf(marks.slice(0, 12), order.slice(0, 12))[0]?.points).toHaveLength(3)
    expect(driftOf(marks, order.slice(0, 11))).toEqual([])
    expect(driftOf(marks)).toEqual([])
  })

  it('counts a document that is named twice, or is not in the report, once or not at all', () => {
    expect(driftOf(marks, ['D9999', ...order, idOf(3)])).toEqual(driftOf(marks, order))
  })

  it('moves on by more documents when there are many, and still ends with the last', () => {
    const many = course(400, 200)
    const [series] = driftOf(
      many,
      many.map((_, i) => idOf(i)),
    )

    expect(series?.points.length).toBeLessThanOrEqual(60)
    expect(series?.points.at(-1)).toMatchObject({ from: 391, to: 400, lastDocument: idOf(399) })
  })
})
