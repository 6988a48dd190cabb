import { spanTableAgreement } from '@/lib/formats/agreement-span-table'
import { codedDocumentLines, codedDocumentsHeader } from '@/lib/formats/coded-documents-csv'

const document = { number: 7, title: '=Harbour, "north"', length: 40 }

describe('documents.csv', () => {
  it('has a row for each round with the coders who submitted, in an order of its own', () => {
    const codings = [
      { coder: 'C03', round: 2 },
      { coder: 'C02', round: 1 },
      { coder: 'C01', round: 2 },
    ]
    expect(codedDocumentsHeader()).toBe('doc_id,doc_title,round,length,coders\n')
    expect(codedDocumentLines(document, codings)).toBe(
      'D0007,"\'=Harbour, ""north""",1,40,C02\nD0007,"\'=Harbour, ""north""",2,40,C01|C03\n',
    )
  })

  it('tells a computation from spans who looked and marked nothing', () => {
    const text = `${codedDocumentsHeader()}${codedDocumentLines(document, [
      { coder: 'C01', round: 1 },
      { coder: 'C02', round: 1 },
    ])}`
    const spans = { name: 'annotations.csv', text: 'doc_id,coder,round,code,start,end\nD0007,C01,1,hero,0,10\n' }
    const { codes, all } = spanTableAgreement(spans, { name: 'documents.csv', text })
    expect(codes).toMatchObject({ hero: { n_coders: 2, n_pairable: 80, percent_agreement: { value: 0.75 } } })
    expect(all).toMatchObject({ n_documents: 1, span_f1_exact: { value: 0 } })
  })
})
