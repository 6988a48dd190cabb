import { noEstimate } from '@/lib/agreement/estimate'
import type { DocumentRow } from '@/lib/agreement/report/agreement-report'
import { byLowestAlpha, leastAgreed } from '@/lib/agreement/report/least-agreed'

function document(number: number, ...alphas: (number | null)[]): DocumentRow {
  const codes = alphas.map((value, i) => ({
    code: `code_${i}`,
    alpha: value === null ? noEstimate('no_variation') : { value },
    percent: { value: 0.5 },
    positives: 1,
  }))
  return { documentId: `D${String(number).padStart(4, '0')}`, stratum: '', coders: ['C01', 'C02'], units: 4, codes }
}

const ids = (rows: readonly DocumentRow[]) => rows.map(({ documentId }) => documentId)

describe('the documents on which coders agree least', () => {
  it('come first, by the lowest alpha of any code', () => {
    const rows = byLowestAlpha([document(1, 0.9), document(2, 0.8, -0.1), document(3, 0.3)])
    expect(ids(rows)).toEqual(['D0002', 'D0003', 'D0001'])
    expect(rows[0]?.lowest).toMatchObject({ code: 'code_1', alpha: { value: -0.1 } })
  })

  it('come before those for which no alpha is defined; those without codes have no place', () => {
    const rows = byLowestAlpha([document(1, null), document(2), document(3, 1)])
    expect(ids(rows)).toEqual(['D0003', 'D0001'])
  })

  it('are all documents where there are few, also those without codes', () => {
    const few = [document(1), document(2, 0.5)]
    expect(leastAgreed(few)).toEqual(few)
  })

  it('are 200 of very many, in the order in which they came', () => {
    const many = Array.from({ length: 1000 }, (_, i) => document(i + 1, (i % 5) / 10))
    const shown = leastAgreed(many)
    expect(ids(shown)).toEqual(ids(many.filter((_, i) => i % 5 === 0)))
  })
})
