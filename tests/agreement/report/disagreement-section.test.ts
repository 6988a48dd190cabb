import { composeReport } from '@/lib/agreement/report/compose'
import type { Disagreements, DocumentStatistics } from '@/lib/agreement/report/document-statistics'
import { studyRequest } from './studies'
import { spanDocument } from './unitizing-documents'

/** Types of disagreement over the documents of a report. */

function document(documentId: string, coders: string[], disagreements: Disagreements, words = 500): DocumentStatistics {
  return { ...spanDocument(documentId, { length: 24, coders, spans: [] }), words, disagreements }
}

/** Two coders; then three of whom the third differs from both. */
const documents = [
  document('D0001', ['C01', 'C02'], {
    differences: { 'code:hero': { D1: [2], D3: [1] }, 'code:villain': { D3: [1] }, all: { D1: [2], D3: [1] } },
    clusters: {
      'code:hero': { all: 5, agreed: 2, types: { D1: 2, D3: 1 } },
      'code:villain': { all: 1, agreed: 0, types: { D3: 1 } },
      all: { all: 5, agreed: 2, types: { D1: 2, D3: 1 } },
    },
  }),
  document('D0002', ['C01', 'C02', 'C03'], {
    differences: {
      'code:hero': { D1: [0, 1, 1] },
      'question:genre': { D4: [0, 1, 1] },
      all: { D1: [0, 1, 1], D4: [0, 1, 1] },
    },
    clusters: {
      'code:hero': { all: 3, agreed: 2, types: { D1: 1 } },
      'question:genre': { all: 1, agreed: 0, types: { D4: 1 } },
      all: { all: 4, agreed: 2, types: { D1: 1, D4: 1 } },
    },
  }),
]

const sectionOf = (...[of, more]: Parameters<typeof studyRequest>) =>
  composeReport(studyRequest(of, more)).disagreements

describe('the types of disagreement', () => {
  it('add up over documents, codes first, everything together last', () => {
    const { rows } = sectionOf(documents)
    expect(rows.map(({ subject, key, differences }) => [subject, key, differences])).toEqual([
      ['code', 'hero', { D1: 4, D3: 1 }],
      ['code', 'villain', { D3: 1 }],
      ['question', 'genre', { D4: 2 }],
      ['all', '', { D1: 4, D3: 1, D4: 2 }],
    ])
    expect(rows[0]?.clusters).toEqual({ all: 8, agreed: 4, types: { D1: 3, D3: 1 } })
    expect(rows.at(-1)?.clusters).toEqual({ all: 9, agreed: 4, types: { D1: 3, D3: 1, D4: 1 } })
  })

  it('are spread over the words of the documents, and over those words once for each pair who read them', () => {
    expect(sectionOf(documents)).toMatchObject({ words: 1000, pairWords: 500 + 3 * 500 })
  })

  it('of some coders are the differences of these alone; clusters are not counted then', () => {
    const { rows, pairWords } = sectionOf(documents, { coders: ['C01', 'C02'] })
    expect(rows.map(({ key, differences }) => [key, differences])).toEqual([
      ['hero', { D1: 2, D3: 1 }],
      ['villain', { D3: 1 }],
      ['', { D1: 2, D3: 1 }],
    ])
    expect(rows.map(({ clusters }) => clusters)).toEqual([null, null, null])
    expect(pairWords).toBe(1000)
  })

  it('of some codes are theirs, without a sum over all', () => {
    const families = studyRequest(documents).families.map((own) => {
      return { ...own, codes: own.codes.filter(({ key }) => key === 'villain') }
    })
    expect(sectionOf(documents, { families }).rows.map(({ subject, key }) => [subject, key])).toEqual([
      ['code', 'villain'],
      ['question', 'genre'],
    ])
  })

  it('are named as the report names the question', () => {
    const asked = {
      key: 'genre',
      label: 'Genre',
      kind: 'document_variable',
      family: '',
      level: 'nominal',
      alphaMin: 0.8,
    } as const
    const { variables } = studyRequest(documents)
    const labels = sectionOf(documents, { variables: [...variables, asked] }).rows.map(({ label }) => label)
    expect(labels).toEqual(['Hero', 'Villain', 'Genre', 'All together'])
  })

  it('are none where nobody can be compared', () => {
    expect(sectionOf([document('D0001', ['C01'], { differences: {}, clusters: {} })]).rows).toEqual([])
  })
})
